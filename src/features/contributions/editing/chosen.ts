import { isId } from '../../../platform/context/identifier.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { FormValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { listSpeakers } from '../speakers.queries.ts'
import type { PartRequest } from './request.ts'

/** The organisation that was added on the way, in the field that needed it: `?field=parties.0&chosen=…`. */
export async function readChosen(
  { writing, reader }: Pick<PartRequest, 'writing' | 'reader'>,
  query: unknown,
): Promise<FormValues> {
  const field = parameterOf(query, 'field') ?? ''
  const id = parameterOf(query, 'chosen') ?? ''
  if (!isField.test(field) || !isId(id)) return {}
  const [organisation] = await listSpeakers(writing, [id])
  if (!organisation) return {}
  const name = chooseName(organisation.name, reader.language).text
  return { [`${field}.name`]: name, [`${field}.id`]: id, [`${field}.for`]: name }
}

const isField = /^[a-z]+(?:\.\d{1,3})?(?:\.[a-z]+)?$/
