import { eraseFrom } from '../personal-data/erase-from.ts'
import type { PersonalData } from '../personal-data/personal-data.ts'

/** Names of files: a person’s name is removed from them, the file stays with the record it belongs to. */
export const personalFiles: PersonalData = {
  collect: async () => [],
  erase: async (context, subject) => {
    await eraseFrom(context, subject, [{ table: 'platform_file', key: ['file_id'], texts: ['name'] }])
  },
}
