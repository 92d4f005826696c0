-- CreateTable
CREATE TABLE "subscriptions" (
    "user_id" UUID NOT NULL,
    "customer_id" TEXT,
    "customers" INTEGER NOT NULL DEFAULT 0,
    "subscription_id" TEXT,
    "status" TEXT NOT NULL DEFAULT 'none',
    "plan" TEXT,
    "price_id" TEXT,
    "interval" TEXT,
    "amount_cents" INTEGER,
    "currency" CHAR(3),
    "period_end" TIMESTAMPTZ(3),
    "cancel_at_period_end" BOOLEAN NOT NULL DEFAULT false,
    "trial_end" TIMESTAMPTZ(3),
    "trial_used_at" TIMESTAMPTZ(3),
    "held_since" TIMESTAMPTZ(3),
    "invoices" JSONB NOT NULL DEFAULT '[]',
    "told" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "checkout_id" TEXT,
    "checkouts" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "synced_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "stripe_events" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "customer_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_customer_id_key" ON "subscriptions"("customer_id");

-- CreateIndex
CREATE INDEX "subscriptions_synced_at_idx" ON "subscriptions"("synced_at");

-- CreateIndex
CREATE INDEX "stripe_events_customer_id_received_at_idx" ON "stripe_events"("customer_id", "received_at");

-- CreateIndex
CREATE INDEX "stripe_events_received_at_idx" ON "stripe_events"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entries_kind_reference_key" ON "ledger_entries"("kind", "reference");

-- CreateIndex
CREATE INDEX "ledger_entries_user_id_at_idx" ON "ledger_entries"("user_id", "at");

-- CreateIndex
CREATE INDEX "ledger_entries_at_idx" ON "ledger_entries"("at");

-- AddForeignKey
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Books are never changed nor shortened, by whichever role. \x3b stands for the semicolon at which the engine that applies
-- this file would end the statement.
CREATE FUNCTION "refuse_change_of_ledger_entries"()
RETURNS trigger
LANGUAGE plpgsql
AS E'BEGIN RAISE EXCEPTION ''ledger_entries are never changed nor removed'' USING ERRCODE = ''insufficient_privilege''\x3b END';

CREATE TRIGGER "ledger_entries_append_only"
BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_entries"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_ledger_entries"();
