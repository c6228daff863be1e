import django.db.models.deletion
import holdfast.web.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0008_journal'),
    ]

    operations = [
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.UUIDField(default=holdfast.web.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('moment', models.UUIDField()),
                ('at', models.DateTimeField()),
                ('type', models.CharField(max_length=12)),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('content', models.BinaryField()),
                ('taken_out', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='web.caregiver')),
                ('child', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.child')),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
            ],
            options={
                'indexes': [models.Index(fields=['child', 'moment'], name='photos_of_a_child')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('taken_out', None)), fields=('family', 'moment'), name='a_moment_shows_one_photo')],
            },
        ),
    ]
