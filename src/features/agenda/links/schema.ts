import { z } from 'zod'
import { typedAddress } from '../../../platform/mail/typed-address.ts'

/** Whose links are to be sent again. */
export const renewalForm = z.object({ address: typedAddress })
