from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0009_photos'),
    ]

    operations = [
        migrations.AddField(
            model_name='caregiver',
            name='weekly',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='family',
            name='numbers',
            field=models.JSONField(blank=True, default=list),
        ),
    ]
