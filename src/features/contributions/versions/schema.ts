import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'

/** Why something is changed, and where one has it from: asked with every change. */
export const reason = z.string().trim().min(3, says('contributions.error.reason')).max(2000)

export const restorationForm = z.object({ base: z.coerce.number().int().min(1), reason })
