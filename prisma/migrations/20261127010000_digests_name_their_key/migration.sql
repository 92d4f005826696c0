-- A digest names the key that it is made with; those that are there name none.
ALTER TABLE "account_requests" ALTER COLUMN "code_hash" SET DATA TYPE TEXT;
ALTER TABLE "recovery_codes" ALTER COLUMN "code_hash" SET DATA TYPE TEXT;
