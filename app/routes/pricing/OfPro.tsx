import { plans } from '#app/features/billing/plans.ts'
import { Mark } from '#app/ui/Mark.tsx'

/** Beside the title of what one's plan doesn't hold. */
export const OfPro = () => <Mark spoken="comes with">{plans.pro.title}</Mark>
