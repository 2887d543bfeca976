import { checkArchitecture } from '../check-architecture/check-architecture.ts'
import { checkExpressions } from '../check-expressions/check-expressions.ts'
import { checkLayouts } from '../check-layouts.ts'
import { checkMessages } from '../check-messages/check-messages.ts'
import { checkMigrations } from '../check-migrations/check-migrations.ts'
import { checkPackages } from '../check-packages/check-packages.ts'
import { generateDatabase, schemaFile } from '../generate-database/generate-database.ts'
import { generateMessages, messageKeysFile } from '../generate-messages/generate-messages.ts'
import { generatePolicies, policiesFile } from '../generate-policies/generate-policies.ts'
import { checkGenerated } from '../generated-file.ts'
import type { Project } from '../project/project.ts'
import { type Check, toOutcome } from './outcome.ts'
import { checkFormat, checkTypes, checkUnused } from './outside-checks.ts'

/** Every check of the project, in the order in which a developer wants to read the results. */
export function projectChecks(project: Project): Check[] {
  return [
    { name: 'format and lint', run: checkFormat },
    { name: 'types', run: checkTypes },
    { name: 'architecture', run: async () => toOutcome(checkArchitecture(project)) },
    { name: 'expressions', run: async () => toOutcome(checkExpressions(project)) },
    { name: 'messages', run: async () => toOutcome(checkMessages(project)) },
    { name: 'migrations', run: async () => toOutcome(await checkMigrations(project)) },
    { name: 'layouts', run: async () => toOutcome(checkLayouts(project)) },
    { name: 'generated files', run: async () => toOutcome(await checkGeneratedFiles(project)) },
    { name: 'packages', run: async () => toOutcome(checkPackages()) },
    { name: 'unused code', run: checkUnused },
  ]
}

async function checkGeneratedFiles(project: Project) {
  return [
    ...checkGenerated(messageKeysFile, generateMessages(project), 'generate-messages'),
    ...checkGenerated(schemaFile, await generateDatabase(project), 'generate-database'),
    ...checkGenerated(policiesFile, generatePolicies(), 'generate-policies'),
  ]
}
