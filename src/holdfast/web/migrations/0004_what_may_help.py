import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0003_months'),
    ]

    operations = [
        migrations.AddField(
            model_name='caregiver',
            name='no_help_for',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.CreateModel(
            name='Learner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.CharField(max_length=7)),
                ('upto', models.DateTimeField()),
                ('seq', models.BigIntegerField()),
                ('state', models.TextField()),
                ('child', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='learners', to='web.child')),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'month'), name='a_month_is_learned_once')],
            },
        ),
        migrations.CreateModel(
            name='Suggested',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('exchange', models.UUIDField()),
                ('word', models.CharField(max_length=24)),
                ('at', models.DateTimeField()),
                ('said', models.JSONField()),
                ('child', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='suggested', to='web.child')),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'exchange', 'word'), name='it_is_said_once_a_signal')],
            },
        ),
    ]
