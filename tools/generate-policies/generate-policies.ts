import { writeGenerated } from '../generated-file.ts'
import { type Caller, callers, type PolicyRow, policyTable } from './policy-table.ts'

export const policiesFile = 'docs/policies.md'

const head = `# Who may do what

Written by \`tsx tools/generate-policies/generate-policies.ts\` from its table. Each cell is tried through the whole application, with a
request that would have an effect, by \`test/policies\`; a rule that is missing here fails there.

✓ may · – may not, and gets what the last column says · blank: does not arise. *Own* and *other* say whether somebody speaks for the
authority that is asked about. A *program* is an API token with every scope: pages take none, and what it does otherwise is what its
owner may, within its scopes: \`src/features/contributions/api/access.test.ts\` tries each operation with each of them.
`

/** The table of policies as a document: one table a feature, one row a thing to do. */
export function generatePolicies(): string {
  const features = [...new Set(policyTable.map(({ feature }) => feature))]
  return `${[head, ...features.map(sectionOf)].join('\n')}`
}

function sectionOf(feature: string): string {
  const titles = ['To', ...callers, 'Otherwise', 'Rule']
  const own = policyTable.filter((row) => row.feature === feature)
  const lines = [titles, titles.map(() => '---'), ...own.map(cellsOf)]
  return `## ${feature}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

function cellsOf(row: PolicyRow): string[] {
  const { policy, does, otherwise, programs } = row
  return [
    does,
    ...callers.map((caller) => markOf(row, caller)),
    programs === null ? otherwise : `${otherwise}; ${programs}`,
    `\`${policy}\``,
  ]
}

function markOf({ may, programs }: PolicyRow, caller: Caller): string {
  if (caller === 'program of a coordinator' && programs === null) return ''
  return may.includes(caller) ? '✓' : '–'
}

if (import.meta.main) writeGenerated('policies', policiesFile, generatePolicies())
