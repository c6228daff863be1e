import django.db.models.deletion
import holdfast.web.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0007_together'),
    ]

    operations = [
        migrations.CreateModel(
            name='Journal',
            fields=[
                ('seat', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='journal', serialize=False, to='web.caregiver')),
                ('seq', models.BigIntegerField(default=0)),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='JournalKey',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('name', models.UUIDField()),
                ('counts', models.BooleanField()),
                ('wrapped', models.BinaryField()),
                ('made', models.DateTimeField()),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
                ('journal', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='web.journal')),
            ],
        ),
        migrations.CreateModel(
            name='JournalPhone',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('phone', models.UUIDField()),
                ('session', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=60)),
                ('opened', models.DateTimeField()),
                ('last_day', models.DateField()),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
                ('journal', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='phones', to='web.journal')),
            ],
        ),
        migrations.CreateModel(
            name='Sealed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('record', models.UUIDField()),
                ('seq', models.BigIntegerField()),
                ('size', models.PositiveIntegerField()),
                ('sealed', models.BinaryField()),
                ('arrived', models.DateTimeField()),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
                ('key', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='records', to='web.journalkey')),
            ],
        ),
        migrations.CreateModel(
            name='Shared',
            fields=[
                ('id', models.UUIDField(default=holdfast.web.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('entry', models.UUIDField()),
                ('said', models.JSONField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='shared', to='web.caregiver')),
                ('child', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.child')),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
                ('to', models.ManyToManyField(related_name='shared_with', to='web.caregiver')),
            ],
        ),
        migrations.CreateModel(
            name='SharedPhoto',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('photo', models.UUIDField()),
                ('content', models.BinaryField()),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
                ('shared', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='photos', to='web.shared')),
            ],
        ),
        migrations.AddConstraint(
            model_name='journalkey',
            constraint=models.UniqueConstraint(fields=('journal', 'counts'), name='one_key_counts'),
        ),
        migrations.AddConstraint(
            model_name='journalkey',
            constraint=models.UniqueConstraint(fields=('journal', 'name'), name='a_key_has_its_name'),
        ),
        migrations.AddConstraint(
            model_name='journalphone',
            constraint=models.UniqueConstraint(fields=('journal', 'phone'), name='a_phone_is_listed_once'),
        ),
        migrations.AddIndex(
            model_name='sealed',
            index=models.Index(fields=['key', 'seq'], name='what_came_since'),
        ),
        migrations.AddConstraint(
            model_name='sealed',
            constraint=models.UniqueConstraint(fields=('key', 'record'), name='a_record_is_kept_once'),
        ),
        migrations.AddConstraint(
            model_name='shared',
            constraint=models.UniqueConstraint(fields=('by', 'entry'), name='an_entry_is_shared_once'),
        ),
        migrations.AddConstraint(
            model_name='sharedphoto',
            constraint=models.UniqueConstraint(fields=('shared', 'photo'), name='a_photo_is_shared_once'),
        ),
    ]
