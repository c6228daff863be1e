from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0007_together'),
    ]

    operations = []
