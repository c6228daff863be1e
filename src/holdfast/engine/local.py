"""By whose clocks: the local day and hour of what was lived in many zones."""

import polars as pl


def with_local(frame: pl.DataFrame, *, at: str = "opened") -> pl.DataFrame:
    """Add what the clocks on the wall showed.

    Args:
        frame: columns zone (an IANA name) and `at` (an instant).
        at: the instant's column.

    Returns:
        The rows, zone by zone, with `local` (a time without a zone), `day` and `hour`.
    """
    local = pl.col(at).cast(pl.Datetime("us", "UTC")).dt
    parts = [
        part.with_columns(local=local.convert_time_zone(str(zone)).dt.replace_time_zone(None))
        for (zone,), part in frame.partition_by("zone", as_dict=True).items()
    ]
    none = frame.clear().with_columns(local=pl.lit(None, pl.Datetime("us")))
    shown = pl.col("local")
    return pl.concat([none, *parts]).with_columns(
        day=shown.dt.date(), hour=shown.dt.hour().cast(pl.Int64)
    )


def minutes(span: pl.Expr) -> pl.Expr:
    """Return a length of time in minutes."""
    return span.dt.total_microseconds() / 60e6
