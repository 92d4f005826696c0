import { catalogRoutes } from './catalog.ts'
import { checkoutRoutes } from './checkout.ts'
import { customerRoutes } from './customers.ts'
import { discountRoutes } from './discounts.ts'
import { invoiceRoutes } from './invoices.ts'
import { paymentRoutes } from './payments.ts'
import type { Route } from './route.ts'
import { subscriptionRoutes } from './subscriptions.ts'

export const routes: Route[] = [
  ...customerRoutes,
  ...checkoutRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...paymentRoutes,
  ...discountRoutes,
  ...catalogRoutes,
]
