import { z } from 'zod'
import type { Pages, Visit } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { type FieldError, type FormState, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Choice } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { dateToType } from '../../../../ui/text/date-words.ts'
import { type Choices, chosenId, OrganisationPicker } from '../../../directory/index.ts'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import {
  daysOf,
  listMemberships,
  loadNetworkRequest,
  type Membership,
  mayKeepMembers,
  type NetworkRequest,
} from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { changeMembers } from './commands.ts'
import { type Entry, entryOf, hasEnded, isChair } from './member-list.ts'
import { problemErrors } from './problem-words.ts'
import { countHanging } from './queries.ts'
import { Term } from './role-words.tsx'

interface RoleRequest extends NetworkRequest {
  membership: Membership
  /** What waits for the organisation: people who speak for it, expectations without its answer. */
  hanging: { people: number; expectations: number }
}

interface Typed {
  from: string | null
  until: string | null
  successorId: string | null
  isMistake: boolean
  /** The period from which the form was drawn. */
  seen: string
}

/** The form of one role: since when and until when it is held, who takes it over, or that it was written by mistake. */
export function addRoleForm(pages: Pages): void {
  addNetworkForm(pages, '/:language/:network/group/members/:id/edit', {
    open: loadRoleRequest,
    title: ({ reader, membership }) =>
      reader.t('registry.members.changeTitle', { name: chooseName(membership.name, reader.language).text }),
    path: ({ membership }) => `/group/members/${membership.id}/edit`,
    back: ({ reader, network }) => ({
      href: paths.members(reader, network.slug),
      label: reader.t('registry.members.title'),
    }),
    submit: 'registry.members.saveRole',
    emptyPickers: ['successor'],
    values: ({ reader, membership: { heldFrom, heldUntil }, membership }) => ({
      seen: periodSeen(entryOf(membership)),
      from: heldFrom === null ? '' : dateToType(reader, heldFrom, null),
      until: heldUntil === null ? '' : dateToType(reader, heldUntil, null),
    }),
    schema: ({ reader: { interfaceLanguage } }) =>
      z.object({
        from: optionalSaidDate(interfaceLanguage),
        until: optionalSaidDate(interfaceLanguage),
        seen: z.string(),
        isMistake: z.string().optional(),
        reason: z.string().trim().max(2000).default(''),
      }),
    fields: (visit, form, choices) => <RoleFields visit={visit} form={form} choices={choices} />,
    save: async (visit, typed, choices, values) => {
      const { reader, network } = visit
      const successorId = chosenId(choices, 'successor')
      if (successorId !== null && typed.until === null) return [fieldError('until', 'ui.form.missing')]
      const errors = await changeRole(
        visit,
        {
          from: typed.from?.edtf ?? null,
          until: typed.until?.edtf ?? null,
          successorId,
          isMistake: typed.isMistake !== undefined,
          seen: typed.seen,
        },
        typed.reason,
      )
      if (errors === 'met')
        return {
          status: 409,
          values: ({ membership }) => ({ ...values, seen: periodSeen(entryOf(membership)) }),
        }
      return errors.length > 0 ? errors : paths.members(reader, network.slug)
    },
  })
}

async function loadRoleRequest(visit: Visit): Promise<RoleRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { context, writing, network } = loaded
  if (!mayKeepMembers(context.actor, network.id)) notFound(network.slug)
  const id = parameterOf(visit.request.params, 'id')
  const membership =
    (await listMemberships(writing, network.id)).find((each) => each.id === id) ?? notFound(id)
  if (isChair(entryOf(membership))) notFound(id)
  const ends = membership.role === 'member' && !hasEnded(entryOf(membership), writing.today)
  const hanging = ends
    ? await countHanging(writing, network.id, [membership.organisationId])
    : { people: 0, expectations: 0 }
  return { ...loaded, membership, hanging }
}

async function changeRole(
  { writing, reader, network, membership }: RoleRequest,
  typed: Typed,
  reason: string,
): Promise<FieldError[] | 'met'> {
  let isMet = false
  try {
    await changeMembers(writing, network, {
      bases: null,
      want: (before) => {
        const now = before.find(({ id }) => id === membership.id)
        isMet = now === undefined || periodSeen(now) !== typed.seen
        return isMet ? before : roleAfter(before, membership.id, typed)
      },
      isMistake: typed.isMistake,
      reason,
    })
    return isMet ? 'met' : []
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'taken')
      return [fieldError('isMistake', 'registry.members.error.expected')]
    return problemErrors(reader, error, { organisation: 'successor.name' })
  }
}

const periodSeen = ({ from, until }: Entry) => `${from ?? ''} ${until ?? ''}`

function roleAfter(before: Entry[], id: string, { isMistake, from, until, successorId }: Typed): Entry[] {
  if (isMistake) return before.filter((entry) => entry.id !== id)
  const changed = before.map((entry) => (entry.id === id ? { ...entry, from, until } : entry))
  const left = before.find((entry) => entry.id === id)
  const last = daysOf({ from: null, until }).endsOn
  if (!left || successorId === null || last === null) return changed
  const next = Temporal.PlainDate.from(last).add({ days: 1 }).toString()
  return [...changed, { ...left, id: null, organisationId: successorId, from: next, until: null }]
}

interface RoleFieldsProps {
  visit: RoleRequest
  form: FormState
  choices: Choices
}

function RoleFields({ visit, form, choices }: RoleFieldsProps) {
  const { reader, network, membership, hanging } = visit
  const { t } = reader
  return (
    <>
      {hanging.people + hanging.expectations > 0 ? (
        <Notice>
          <p>{t('registry.members.hanging', hanging)}</p>
        </Notice>
      ) : null}
      {form.isMet ? (
        <Notice kind="warning" live>
          <p>{t('registry.members.met')}</p>
          <p>
            <Term membership={membership} />
          </p>
        </Notice>
      ) : null}
      <input type="hidden" name="seen" value={typedValue(form.values, 'seen')} />
      <DateField name="from" label={t('registry.members.from')} />
      <DateField name="until" label={t('registry.members.until')} hint={t('registry.members.untilHint')} />
      {membership.role === 'member' ? null : (
        <OrganisationPicker
          name="successor"
          label={t('registry.members.successor')}
          hint={t('registry.members.successorHint')}
          picked={choices.get('successor') ?? { state: 'empty' }}
          addByHand={paths.newOrganisation(reader, network.slug)}
        />
      )}
      <Choice
        name="isMistake"
        option={{
          value: 'on',
          label: t('registry.members.mistake'),
          hint: t('registry.members.mistakeHint'),
        }}
        type="checkbox"
        isChosen={typedValue(form.values, 'isMistake') !== ''}
      />
      <Field
        name="reason"
        label={t('registry.group.edit.reason')}
        hint={t('registry.group.edit.reasonHint')}
      />
    </>
  )
}
