"""What Bond asks and offers, in words. What is written there stays on the phone, unread by us."""
