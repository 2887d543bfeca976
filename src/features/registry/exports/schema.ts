import { z } from 'zod'
import { oneOf } from '../../../platform/http/api/parameters.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { seenOn } from '../../networks/index.ts'
import { cooperationFilter } from '../cooperations/cooperation-filter.ts'

export const exportParameters = z.object({
  ...cooperationFilter.schema(),
  language: oneOf(interfaceLanguages)
    .default('en')
    .describe('Language of labels and of the pages pointed to'),
  ...seenOn,
})
