import { z } from 'zod'
import { oneOf } from '../../../platform/http/api/parameters.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { seenOn } from '../../networks/index.ts'
import { filterParameters } from '../cooperations/schema.ts'

export const exportParameters = z.object({
  ...filterParameters,
  language: oneOf(interfaceLanguages)
    .default('en')
    .describe('Language of labels and of the pages pointed to'),
  ...seenOn,
})
