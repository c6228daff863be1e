import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0002_uploads'),
    ]

    operations = [
        migrations.CreateModel(
            name='Month',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.CharField(blank=True, max_length=7)),
                ('written', models.BigIntegerField()),
                ('counted', models.BigIntegerField(default=-1)),
                ('shape', models.CharField(blank=True, max_length=64)),
                ('tallies', models.BinaryField(null=True)),
                ('child', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='months', to='web.child')),
                ('family', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='web.family')),
            ],
        ),
        migrations.AddConstraint(
            model_name='month',
            constraint=models.UniqueConstraint(fields=('child', 'month'), name='a_month_is_counted_once'),
        ),
    ]
