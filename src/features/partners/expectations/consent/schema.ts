import { z } from 'zod'
import { consentAnswers } from '../expectation.ts'

export const consentForm = z.object({ consent: z.enum(consentAnswers) })
