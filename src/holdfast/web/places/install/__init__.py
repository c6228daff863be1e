"""Install: what a phone needs to know to put Holdfast on its home screen."""
