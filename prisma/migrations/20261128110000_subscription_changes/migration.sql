-- AlterTable: who pays already counts as new when Stripe is next asked about them, within a day.
ALTER TABLE "subscriptions" ADD COLUMN     "monthly_cents" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "subscription_changes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "from_cents" INTEGER NOT NULL,
    "to_cents" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "subscription_changes_user_id_at_idx" ON "subscription_changes"("user_id", "at");

-- Books are never changed nor shortened, by whichever role, as with the ledger.
CREATE FUNCTION "refuse_change_of_subscription_changes"()
RETURNS trigger
LANGUAGE plpgsql
AS E'BEGIN RAISE EXCEPTION ''subscription_changes are never changed nor removed'' USING ERRCODE = ''insufficient_privilege''\x3b END';

CREATE TRIGGER "subscription_changes_append_only"
BEFORE UPDATE OR DELETE OR TRUNCATE ON "subscription_changes"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_subscription_changes"();
