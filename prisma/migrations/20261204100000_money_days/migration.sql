-- CreateTable
CREATE TABLE "money_days" (
    "day" DATE NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "standing" BIGINT NOT NULL DEFAULT 0,
    "payers" BIGINT NOT NULL DEFAULT 0,
    "begun" BIGINT NOT NULL DEFAULT 0,
    "reactivated" BIGINT NOT NULL DEFAULT 0,
    "expansion" BIGINT NOT NULL DEFAULT 0,
    "contraction" BIGINT NOT NULL DEFAULT 0,
    "churned" BIGINT NOT NULL DEFAULT 0,
    "churners" BIGINT NOT NULL DEFAULT 0,
    "received" BIGINT NOT NULL DEFAULT 0,
    "refunded" BIGINT NOT NULL DEFAULT 0,
    "disputed" BIGINT NOT NULL DEFAULT 0,
    "ledger" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "money_days_pkey" PRIMARY KEY ("day","currency")
);

-- CreateTable
CREATE TABLE "money_standing" (
    "currency" CHAR(3) NOT NULL,
    "total" BIGINT NOT NULL,

    CONSTRAINT "money_standing_pkey" PRIMARY KEY ("currency")
);

-- What the changes of some people come to, by the day, but for some of their changes. What somebody pays at a day's end is
-- taken from what each change led to, and not from where the next one begins: so that the two can be held together.
CREATE FUNCTION "subscription_sums"("people" UUID[], "but" UUID[]) RETURNS SETOF "money_days"
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT day, currency,
    sum(to_cents - coalesce(stood, 0)),
    sum((to_cents > 0)::int - (coalesce(stood, 0) > 0)::int),
    coalesce(sum(to_cents) FILTER (WHERE from_cents = 0 AND is_first), 0),
    coalesce(sum(to_cents) FILTER (WHERE from_cents = 0 AND NOT is_first), 0),
    coalesce(sum(to_cents - from_cents) FILTER (WHERE from_cents > 0 AND to_cents > from_cents), 0),
    coalesce(sum(from_cents - to_cents) FILTER (WHERE to_cents > 0 AND to_cents < from_cents), 0),
    coalesce(sum(from_cents) FILTER (WHERE to_cents = 0), 0),
    count(*) FILTER (WHERE to_cents = 0),
    0::bigint, 0::bigint, 0::bigint, 0::bigint
  FROM (
    SELECT (at AT TIME ZONE 'utc')::date AS day, currency, from_cents, to_cents,
      lag(to_cents) OVER (PARTITION BY user_id, currency ORDER BY at, id) AS stood,
      row_number() OVER (PARTITION BY user_id ORDER BY at, id) = 1 AS is_first
    FROM public.subscription_changes WHERE user_id = ANY ("people") AND id <> ALL ("but")
  ) AS changes
  GROUP BY 1, 2
$$;

-- What entries of the ledger come to, by the day.
CREATE FUNCTION "ledger_sums"("entries" UUID[]) RETURNS SETOF "money_days"
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT (at AT TIME ZONE 'utc')::date, currency,
    0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint,
    coalesce(sum(amount_cents) FILTER (WHERE kind = 'payment'), 0),
    coalesce(-sum(amount_cents) FILTER (WHERE kind IN ('refund', 'refund-failed')), 0),
    coalesce(-sum(amount_cents) FILTER (WHERE kind IN ('dispute', 'dispute-won')), 0),
    sum(amount_cents)
  FROM public.ledger_entries WHERE id = ANY ("entries")
  GROUP BY 1, 2
$$;

-- Adds sums to the days, or takes them away.
CREATE FUNCTION "add_to_money_days"("sums" "money_days"[], "sign" INTEGER) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.money_days AS d
  SELECT day, currency, sign * standing, sign * payers, sign * begun, sign * reactivated, sign * expansion,
    sign * contraction, sign * churned, sign * churners, sign * received, sign * refunded, sign * disputed, sign * ledger
  FROM unnest("sums")
  ON CONFLICT (day, currency) DO UPDATE SET
    standing = d.standing + excluded.standing, payers = d.payers + excluded.payers,
    begun = d.begun + excluded.begun, reactivated = d.reactivated + excluded.reactivated,
    expansion = d.expansion + excluded.expansion, contraction = d.contraction + excluded.contraction,
    churned = d.churned + excluded.churned, churners = d.churners + excluded.churners,
    received = d.received + excluded.received, refunded = d.refunded + excluded.refunded,
    disputed = d.disputed + excluded.disputed, ledger = d.ledger + excluded.ledger
$$;

-- One lock for all that keeps sums, held to the transaction's end, as today's rows are waited for anyway: so nobody counts a
-- person's changes without those that another is about to commit. It is taken before a row is written that another may be
-- about to write too, so that nobody waits in a circle.
CREATE FUNCTION "lock_money"() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtext('money_days'), 0)
$$;

CREATE FUNCTION "lock_money_first"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.lock_money();
  RETURN NULL;
END $$;

-- A change may come to stand before others of its person: what these came to is taken away and counted anew.
CREATE FUNCTION "keep_changes_of_money"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  people UUID[];
  added_ids UUID[];
BEGIN
  SELECT array_agg(DISTINCT user_id), array_agg(id) INTO people, added_ids FROM added;
  IF people IS NULL THEN RETURN NULL; END IF;
  PERFORM public.add_to_money_days(ARRAY(SELECT s FROM public.subscription_sums(people, added_ids) s), -1);
  PERFORM public.add_to_money_days(ARRAY(SELECT s FROM public.subscription_sums(people, '{}') s), 1);
  RETURN NULL;
END $$;

CREATE FUNCTION "keep_ledger_of_money"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  added_ids UUID[];
BEGIN
  SELECT array_agg(id) INTO added_ids FROM added;
  -- An entry that was written down before is not added once more.
  IF added_ids IS NULL THEN RETURN NULL; END IF;
  PERFORM public.add_to_money_days(ARRAY(SELECT s FROM public.ledger_sums(added_ids) s), 1);
  RETURN NULL;
END $$;

CREATE FUNCTION "keep_standing_of_money"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.lock_money();
  INSERT INTO public.money_standing AS s (currency, total)
  SELECT currency, sum(cents) FROM (
    SELECT OLD.currency, -OLD.monthly_cents AS cents WHERE TG_OP <> 'INSERT'
    UNION ALL SELECT NEW.currency, NEW.monthly_cents WHERE TG_OP <> 'DELETE'
  ) AS moved WHERE currency IS NOT NULL AND cents <> 0 GROUP BY currency
  ON CONFLICT (currency) DO UPDATE SET total = s.total + excluded.total;
  RETURN NULL;
END $$;

-- All of it made anew of the books.
CREATE FUNCTION "make_money_anew"() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM public.lock_money();
  DELETE FROM public.money_days;
  DELETE FROM public.money_standing;
  PERFORM public.add_to_money_days(ARRAY(SELECT s FROM public.subscription_sums(
    ARRAY(SELECT DISTINCT user_id FROM public.subscription_changes), '{}') s), 1);
  PERFORM public.add_to_money_days(ARRAY(SELECT s FROM public.ledger_sums(
    ARRAY(SELECT id FROM public.ledger_entries)) s), 1);
  INSERT INTO public.money_standing (currency, total)
  SELECT currency, sum(monthly_cents) FROM public.subscriptions
  WHERE monthly_cents > 0 AND currency IS NOT NULL GROUP BY currency;
END $$;

-- Where what is kept isn't what the books come to: none, ever.
CREATE VIEW "money_differences" AS
WITH "books" AS (
  SELECT "day", "currency", sum("standing") AS "standing", sum("payers") AS "payers", sum("begun") AS "begun",
    sum("reactivated") AS "reactivated", sum("expansion") AS "expansion", sum("contraction") AS "contraction",
    sum("churned") AS "churned", sum("churners") AS "churners", sum("received") AS "received",
    sum("refunded") AS "refunded", sum("disputed") AS "disputed", sum("ledger") AS "ledger", 1 AS "sign"
  FROM (
    SELECT * FROM "subscription_sums"(ARRAY(SELECT DISTINCT "user_id" FROM "subscription_changes"), '{}')
    UNION ALL SELECT * FROM "ledger_sums"(ARRAY(SELECT "id" FROM "ledger_entries"))
  ) AS "sums" GROUP BY 1, 2
), "both" AS (
  SELECT * FROM "books" UNION ALL SELECT *, -1 FROM "money_days"
)
SELECT "day", "currency" FROM "both" GROUP BY 1, 2
HAVING (sum("sign" * "standing"), sum("sign" * "payers"), sum("sign" * "begun"), sum("sign" * "reactivated"),
  sum("sign" * "expansion"), sum("sign" * "contraction"), sum("sign" * "churned"), sum("sign" * "churners"),
  sum("sign" * "received"), sum("sign" * "refunded"), sum("sign" * "disputed"), sum("sign" * "ledger"))
  <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
UNION ALL
SELECT NULL, "currency" FROM (
  SELECT "currency", "monthly_cents" AS "cents" FROM "subscriptions" WHERE "currency" IS NOT NULL
  UNION ALL SELECT "currency", -"total" FROM "money_standing"
) AS "standings" GROUP BY "currency" HAVING sum("cents") <> 0;

CREATE TRIGGER "subscription_changes_money_first" BEFORE INSERT ON "subscription_changes"
FOR EACH STATEMENT EXECUTE FUNCTION "lock_money_first"();

CREATE TRIGGER "ledger_entries_money_first" BEFORE INSERT ON "ledger_entries"
FOR EACH STATEMENT EXECUTE FUNCTION "lock_money_first"();

CREATE TRIGGER "subscription_changes_money" AFTER INSERT ON "subscription_changes"
REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "keep_changes_of_money"();

CREATE TRIGGER "ledger_entries_money" AFTER INSERT ON "ledger_entries"
REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "keep_ledger_of_money"();

CREATE TRIGGER "subscriptions_money_made" AFTER INSERT ON "subscriptions"
FOR EACH ROW WHEN (NEW."monthly_cents" <> 0) EXECUTE FUNCTION "keep_standing_of_money"();

CREATE TRIGGER "subscriptions_money_gone" AFTER DELETE ON "subscriptions"
FOR EACH ROW WHEN (OLD."monthly_cents" <> 0) EXECUTE FUNCTION "keep_standing_of_money"();

CREATE TRIGGER "subscriptions_money_moved" AFTER UPDATE OF "monthly_cents", "currency" ON "subscriptions"
FOR EACH ROW WHEN ((OLD."monthly_cents", OLD."currency") IS DISTINCT FROM (NEW."monthly_cents", NEW."currency"))
EXECUTE FUNCTION "keep_standing_of_money"();

-- What the books hold by now; who would add to them waits for it, as the triggers are there from here on.
SELECT "make_money_anew"();
