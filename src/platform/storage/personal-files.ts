import { eraseFrom } from '../personal-data/erase-from.ts'
import type { PersonalData } from '../personal-data/personal-data.ts'

/** What files are called: somebody’s name goes from it, the file stays with whatever it belongs to. */
export const personalFiles: PersonalData = {
  collect: async () => [],
  erase: async (context, subject) => {
    await eraseFrom(context, subject, [{ table: 'platform_file', key: ['file_id'], texts: ['name'] }])
  },
}
