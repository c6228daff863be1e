from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0008_journal'),
    ]

    operations = []
