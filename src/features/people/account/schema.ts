import { z } from 'zod'
import { personName, typedAddress, writtenLanguage } from '../schema.ts'

export const profileForm = z.object({ name: personName, language: writtenLanguage })

export const addressForm = z.object({ address: typedAddress })
