-- What happened, to be counted: never an address nor a text. Each month is a table of its own, so that a month is dropped at once;
-- what none of them takes lies in the default one, and nothing is lost.
CREATE TABLE "analytics_events" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" TEXT NOT NULL,
    "user_id" UUID,
    -- A hash of who it was, person or browser, which leads back to nobody by itself.
    "subject" CHAR(32),
    "thread_id" UUID,
    "props" JSONB NOT NULL DEFAULT '{}',
    -- Processes name themselves and their version where they connect.
    "version" TEXT NOT NULL DEFAULT split_part(current_setting('application_name', true), ' ', 2),

    CONSTRAINT "analytics_events_pkey" PRIMARY KEY ("id", "at"),
    CONSTRAINT "analytics_events_name" CHECK ("name" ~ '^[a-z_]{1,40}$'),
    CONSTRAINT "analytics_events_props" CHECK (length("props"::text) <= 1000),
    -- Goes with the account.
    CONSTRAINT "analytics_events_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
) PARTITION BY RANGE ("at");

-- CreateIndex
CREATE INDEX "analytics_events_name_at_idx" ON "analytics_events"("name", "at");
CREATE INDEX "analytics_events_at_idx" ON "analytics_events"("at");
CREATE INDEX "analytics_events_user_id_at_idx" ON "analytics_events"("user_id", "at") WHERE "user_id" IS NOT NULL;

CREATE TABLE "analytics_events_default" PARTITION OF "analytics_events" DEFAULT;

-- Makes the table of the month that a day lies in, in UTC, and takes over what of it lay in the default one. Twice or at
-- once, it is made once.
CREATE FUNCTION "make_analytics_month"("of" DATE)
RETURNS boolean
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  first DATE := date_trunc('month', "of")::date;
  begins TIMESTAMPTZ := first::timestamp AT TIME ZONE 'utc';
  ends TIMESTAMPTZ := (first + INTERVAL '1 month') AT TIME ZONE 'utc';
  name TEXT := 'analytics_events_' || to_char(first, 'YYYY_MM');
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('analytics_months'));
  IF to_regclass('public.' || name) IS NOT NULL THEN RETURN false; END IF;
  LOCK TABLE analytics_events IN ACCESS EXCLUSIVE MODE;
  EXECUTE format('CREATE TABLE %I (LIKE analytics_events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
  EXECUTE format('WITH moved AS (DELETE FROM analytics_events_default WHERE at >= %L AND at < %L RETURNING *)
    INSERT INTO %I SELECT * FROM moved', begins, ends, name);
  EXECUTE format('ALTER TABLE analytics_events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, begins, ends);
  RETURN true;
END
$$;

SELECT make_analytics_month((CURRENT_DATE + n * INTERVAL '1 month')::date) FROM generate_series(-1, 2) AS n;

-- CreateTable
CREATE TABLE "daily_numbers" (
    "day" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "daily_numbers_pkey" PRIMARY KEY ("day","measure")
);

-- CreateTable
CREATE TABLE "flags" (
    "name" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "users" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "plans" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "visitors" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "version" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flags_pkey" PRIMARY KEY ("name")
);

ALTER TABLE "flags" ADD CONSTRAINT "flags_percent" CHECK ("percent" BETWEEN 0 AND 100);
