import type { Context } from '../../../platform/context/context.ts'
import { wholeCountries } from './whole-countries.ts'

/** Which countries the directory should hold and does not, and what to do about it, in a sentence for operators; null where none is missing. */
export async function lookUpMissing({ database }: Context): Promise<string | null> {
  const editions = await database.selectFrom('directory_dataset').select('name').execute()
  const missing = wholeCountries.filter((country) => !editions.some(({ name }) => name === country))
  return missing.length > 0
    ? `${missing.join(' and ')} missing: start the server once, which loads them`
    : null
}
