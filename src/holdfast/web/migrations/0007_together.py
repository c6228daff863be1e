import django.db.models.deletion
import holdfast.web.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0006_modes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Asked',
            fields=[
                ('id', models.UUIDField(default=holdfast.web.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('done', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.caregiver')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.child')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked', to='web.caregiver')),
            ],
        ),
        migrations.CreateModel(
            name='HandLink',
            fields=[
                ('id', models.UUIDField(default=holdfast.web.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(blank=True, max_length=60)),
                ('kind', models.CharField(max_length=12)),
                ('word', models.CharField(max_length=24)),
                ('detail', models.JSONField(default=dict)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made', models.DateTimeField()),
                ('revoked', models.DateTimeField(null=True)),
                ('last_at', models.DateTimeField(null=True)),
                ('last_moment', models.UUIDField(null=True)),
                ('counted_from', models.DateTimeField(null=True)),
                ('counted', models.PositiveIntegerField(default=0)),
                ('caregiver', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hands', to='web.caregiver')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hands', to='web.child')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hands', to='web.family')),
            ],
        ),
        migrations.CreateModel(
            name='Phone',
            fields=[
                ('id', models.UUIDField(default=holdfast.web.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('session', models.CharField(max_length=40)),
                ('endpoint', models.CharField(max_length=1000)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made', models.DateTimeField()),
                ('when_asked', models.BooleanField(default=True)),
                ('when_new', models.BooleanField(default=False)),
                ('quiet_from', models.TimeField(null=True)),
                ('quiet_until', models.TimeField(null=True)),
                ('zone', models.CharField(max_length=64)),
                ('told', models.DateTimeField(null=True)),
                ('caregiver', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='web.caregiver')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='web.family')),
            ],
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('caregiver', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='visit', serialize=False, to='web.caregiver')),
                ('seen', models.DateTimeField()),
                ('before', models.DateTimeField(null=True)),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
            ],
        ),
    ]
