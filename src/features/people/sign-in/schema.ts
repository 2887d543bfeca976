import { z } from 'zod'
import { typedAddress } from '../schema.ts'

export const signInForm = z.object({ address: typedAddress })
