import { migrationNames } from '../check-migrations/check-migrations.ts'
import { writeGenerated } from '../generated-file.ts'
import type { Project } from '../project/project.ts'
import { readProject } from '../project/read-project.ts'
import { readSchema } from './read-schema.ts'
import { renderSchema } from './render-schema.ts'

export const schemaFile = 'src/platform/database/schema.generated.ts'

/** Writes the types of the database that the migrations make. Throws when there is none, or one does not run. */
export async function generateDatabase(project: Project): Promise<string> {
  const names = migrationNames(project)
  if (names.length === 0) throw new Error('no migration was read: wrong folder?')
  const files = names.map((name) => ({ path: `migrations/${name}`, sql: project.text(`migrations/${name}`) }))
  return renderSchema(await readSchema(files))
}

if (import.meta.main)
  writeGenerated('database', schemaFile, await generateDatabase(readProject(process.cwd())))
