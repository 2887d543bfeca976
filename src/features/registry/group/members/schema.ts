import { z } from 'zod'
import { named, namedBody } from '../../../../platform/http/api/named-schema.ts'
import { slug } from '../../../../platform/http/api/parameters.ts'
import { edtf } from '../../../../platform/records/api/program-fields.ts'
import { roles } from './member-list.ts'

const within = slug().nullable().describe('The body within which the role is held, such as the mirror group')
const role = z.enum(roles)

const shown = z.object({
  id: z.uuid(),
  organisation: slug().describe('Slug of an organisation of the directory'),
  role,
  of: within,
  from: z.string().nullable().describe('EDTF'),
  until: z.string().nullable().describe('EDTF: its last day, past or to come'),
})

const list = {
  version: z.int().min(1).describe('Moves with every change of the list'),
  members: z.array(shown).describe('Past ones too'),
}

/** The members of a group, with roles and periods. */
export const membersState = named('Members', z.object(list))

export const membersWritten = named(
  'MembersWritten',
  z.object({
    outcome: z.enum(['published', 'unchanged']),
    hanging: z
      .object({ people: z.int(), expectations: z.int() })
      .describe(
        'Of who left: people who still hold a role in the group, expectations that wait for an answer',
      ),
    ...list,
  }),
)

const sent = z.strictObject({
  id: z
    .uuid()
    .optional()
    .describe(
      'Given by the server; without it, the organisation that has the role already is meant, else it is new',
    ),
  organisation: slug(),
  role: role.default('member'),
  of: within.default(null),
  from: edtf.removeDefault().optional().describe('EDTF; left out, it stays as it is'),
  until: edtf.removeDefault().optional().describe('EDTF: its last day; left out, it stays as it is'),
})

export type SentMember = z.output<typeof sent>

export const membersBody = namedBody(
  'MembersReplacement',
  z.strictObject({
    members: z
      .array(sent)
      .max(2000)
      .describe('Who is left out leaves today; whoever has left, and the chair, stay as they are'),
    reason: z
      .string()
      .trim()
      .min(3, { error: 'why, and where you have it from, in 3 characters at least' })
      .max(2000)
      .describe('Why, and where you have it from: it becomes the source of what changes'),
  }),
)

/** A replaced list, as the description of the API shows it. */
export const membersExample = {
  members: [
    { organisation: 'limoges', from: '2015' },
    { organisation: 'icheon', from: '2015', until: '2026-12-31' },
    { organisation: 'cites-unies-france', role: 'secretariat' },
  ],
  reason: 'Minutes of the group, 12 March 2026',
}
