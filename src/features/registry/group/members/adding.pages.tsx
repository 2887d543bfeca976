import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isId } from '../../../../platform/context/identifier.ts'
import type { Pages, Visit } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { addressFor, type Reader, withParameters } from '../../../../platform/i18n/reader.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import {
  type FieldError,
  type FormState,
  type FormValues,
  fieldError,
  typedValue,
} from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FieldGroup } from '../../../../ui/form/field-group.tsx'
import type { OnceMore } from '../../../../ui/form/form-page.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { readChosen } from '../../../contributions/index.ts'
import type { Candidate } from '../../../directory/gazetteer/index.ts'
import {
  type Choices,
  chosenId,
  countryName,
  kindName,
  listOrganisations,
  listOrganisationsBySlug,
  OrganisationPicker,
  type OrganisationRecord,
  pickerOption,
} from '../../../directory/index.ts'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import {
  isHeldOn,
  listMemberships,
  loadNetworkRequest,
  mayKeepMembers,
  type NetworkRequest,
} from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { changeMembers } from './commands.ts'
import { keptRoles } from './member-list.ts'
import { linesOf, mostNames, type NamedMember, readNamedMembers } from './named-members.ts'
import { problemErrors } from './problem-words.ts'
import { listPartiesOutside } from './queries.ts'

const mostParties = 100
// Two thousand names in a list of an office, with what stands around them.
const mostSigns = 200_000

interface AddingRequest extends NetworkRequest {
  parties: Awaited<ReturnType<typeof listPartiesOutside>>
  /** What the pasted names mean, once they were read. */
  read: readonly NamedMember[] | null
  /** The organisations that questions are about, by id. */
  asked: ReadonlyMap<string, OrganisationRecord>
  /** How many were added by the last press, if names are left over. */
  added: number | null
}

/** The form that adds organisations to a group: one by its name, several by a pasted list, or the parties of the ties. */
export function addMembersForm(pages: Pages): void {
  addNetworkForm(pages, '/:language/:network/group/members/new', {
    open: loadAddingRequest,
    title: 'registry.members.add',
    lead: 'registry.members.addLead',
    path: '/group/members/new',
    back: ({ reader, network }) => ({
      href: paths.members(reader, network.slug),
      label: reader.t('registry.members.title'),
    }),
    emptyPickers: ['organisation'],
    values: firstValues,
    schema: ({ reader }) =>
      z.object({
        role: z.enum(keptRoles),
        names: z.string().max(mostSigns).default(''),
        checked: z.string().default(''),
        parties: z.preprocess((value) => [value ?? []].flat(), z.array(z.string().refine(isId))),
        from: optionalSaidDate(reader.interfaceLanguage),
        reason: z.string().trim().max(2000).default(''),
      }),
    fields: (visit, form, choices) => <AddingFields visit={visit} form={form} choices={choices} />,
    save: async (visit, typed, choices, values) => {
      const { writing, reader, network } = visit
      const lines = linesOf(typed.names)
      if (lines.length > mostNames) return [fieldError('names', 'registry.members.error.tooMany')]
      const read = lines.length > 0 ? await readNames(visit, lines, typed.role) : null
      // What the page has shown is what is added; a list that was changed since is read again first.
      if (read !== null && typed.checked !== fingerprintOf(typed.role, lines))
        return reading(
          { ...visit, read, asked: await listAsked(visit, read) },
          { ...values, checked: fingerprintOf(typed.role, lines) },
        )
      const chosen = choicesIn(values)
      const meant = (read ?? []).flatMap((each) => meantBy(each, chosen) ?? [])
      const one = chosenId(choices, 'organisation')
      const ids = [...new Set([...(one ? [one] : []), ...meant, ...typed.parties])]
      if (ids.length === 0) return [fieldError('organisation.name', 'registry.members.error.nobody')]
      const errors = await addRoles(visit, ids, {
        role: typed.role,
        from: typed.from?.edtf ?? null,
        reason: typed.reason,
      })
      if (errors.length > 0) return errors
      const left = (read ?? []).filter((each) => each.state !== 'there' && meantBy(each, chosen) === null)
      if (left.length === 0) return paths.members(reader, network.slug)
      const names = left.map(({ line }) => line).join('\n')
      const now = {
        ...visit,
        added: ids.length,
        parties: await listPartiesOutside(writing, network, mostParties),
      }
      return reading(now, { role: typed.role, names, from: values.from ?? '', reason: typed.reason })
    },
  })
}

function reading(visit: AddingRequest, values: FormValues): OnceMore<AddingRequest> {
  return { status: 200, visit, values }
}

async function loadAddingRequest(visit: Visit): Promise<AddingRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { context, writing, network } = loaded
  if (!mayKeepMembers(context.actor, network.id)) notFound(network.slug)
  return {
    ...loaded,
    parties: await listPartiesOutside(writing, network, mostParties),
    read: null,
    asked: new Map(),
    added: null,
  }
}

/**
 * An address may name the organisation and the role: a former member returns, an invited person’s authority joins, one was added to the
 * directory on the way.
 */
async function firstValues(visit: AddingRequest): Promise<FormValues> {
  const { request, writing, reader } = visit
  const role = parameterOf(request.query, 'role')
  const [organisation] = await listOrganisationsBySlug(writing, [
    parameterOf(request.query, 'organisation') ?? '',
  ])
  const name = organisation ? chooseName(organisation.name, reader.language).text : ''
  return {
    role: keptRoles.find((each) => each === role) ?? 'member',
    ...(organisation
      ? { 'organisation.name': name, 'organisation.id': organisation.id, 'organisation.for': name }
      : {}),
    ...(await readChosen(visit, request.query)),
  }
}

/** Where the directory gets an organisation that it lacks, and the way back to this form. */
function byHand(reader: Reader, network: string, role: string): string {
  const here = paths.newMembers({ ...reader, now: null }, network)
  const next = withParameters(here, { role, field: 'organisation' })
  return addressFor(reader, `/${network}/organisations/new`, { next })
}

async function readNames(
  { writing, network }: NetworkRequest,
  lines: readonly string[],
  role: string,
): Promise<NamedMember[]> {
  const memberships = await listMemberships(writing, network.id)
  const held = new Set(
    memberships
      .filter((each) => each.role === role && each.ofId === null && isHeldOn(each, writing.today))
      .map(({ organisationId }) => organisationId),
  )
  return readNamedMembers(writing, network, { lines, role, held })
}

// Whether the list is the one that the page has shown.
function fingerprintOf(role: string, lines: readonly string[]): string {
  return createHash('sha256')
    .update([role, ...lines].join('\n'))
    .digest('base64url')
    .slice(0, 16)
}

async function listAsked(
  { writing }: NetworkRequest,
  read: readonly NamedMember[],
): Promise<ReadonlyMap<string, OrganisationRecord>> {
  const ids = read.flatMap((each) => (each.state === 'asked' ? each.candidates.map(({ id }) => id) : []))
  const found = await listOrganisations(writing, [...new Set(ids)])
  return new Map(found.map((each) => [each.id, each]))
}

/** What was chosen for lines of the list, by the line, wherever it stood. */
function choicesIn(values: FormValues): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(values).flatMap((name) =>
      name.startsWith('for.')
        ? [[typedValue(values, name), typedValue(values, name.replace('for.', 'meant.'))] as const]
        : [],
    ),
  )
}

/** The organisation that a line means: what was found, or what was chosen for it; null if nobody says. */
function meantBy(named: NamedMember, chosen: ReadonlyMap<string, string>): string | null {
  if (named.state === 'found') return named.candidate.id
  if (named.state !== 'asked') return null
  return named.candidates.find(({ id }) => id === chosen.get(named.line))?.id ?? null
}

interface Added {
  role: string
  /** EDTF. */
  from: string | null
  reason: string
}

async function addRoles(
  { writing, network, reader }: NetworkRequest,
  ids: readonly string[],
  { role, from, reason }: Added,
): Promise<FieldError[]> {
  try {
    await changeMembers(writing, network, {
      // The list is made from the present one, whatever it was when the form was opened.
      bases: null,
      want: (before) => [
        ...before,
        ...ids.map((organisationId) => ({ id: null, organisationId, role, ofId: null, from, until: null })),
      ],
      reason,
    })
    return []
  } catch (error) {
    return problemErrors(reader, error, {
      organisation: 'organisation.name',
      from: 'organisation.name',
      until: 'from',
    })
  }
}

interface AddingFieldsProps {
  visit: AddingRequest
  form: FormState
  choices: Choices
}

function AddingFields({ visit, form, choices }: AddingFieldsProps) {
  const { reader, network, parties, read, asked, added } = visit
  const { t } = reader
  const sure = read?.filter(({ state }) => state === 'found').length ?? 0
  const isOpen =
    parties.length > 0 || read !== null || added !== null || typedValue(form.values, 'names') !== ''
  return (
    <>
      {added === null ? null : (
        <Notice kind="done" live>
          <p>{t('registry.members.addedLeft', { count: added })}</p>
        </Notice>
      )}
      <ChoiceField
        name="role"
        label={t('registry.group.role')}
        options={keptRoles.map((role) => ({ value: role, label: t(`registry.role.${role}`) }))}
        chosen={[typedValue(form.values, 'role') || 'member']}
        required
      />
      <OrganisationPicker
        name="organisation"
        label={t('registry.group.organisation')}
        picked={choices.get('organisation') ?? { state: 'empty' }}
        addByHand={byHand(reader, network.slug, typedValue(form.values, 'role'))}
        isPart
      />
      <DateField name="from" label={t('registry.members.from')} hint={t('registry.members.fromHint')} />
      <Field
        name="reason"
        label={t('registry.group.edit.reason')}
        hint={t('registry.group.edit.reasonHint')}
      />
      <details class="more" open={isOpen}>
        <summary>{t('registry.members.several')}</summary>
        {parties.length === 0 ? null : <Parties visit={visit} form={form} />}
        <TextAreaField
          name="names"
          label={t('registry.members.names')}
          hint={t('registry.members.namesHint')}
          max={mostSigns}
          rows={read === null ? 6 : 3}
        />
        <input type="hidden" name="checked" value={typedValue(form.values, 'checked')} />
        {read === null ? null : <Review network={network} read={read} asked={asked} values={form.values} />}
      </details>
      <p class="form-end">
        <button class="button primary" type="submit">
          {read === null
            ? t('registry.members.save')
            : t('registry.members.saveRead', {
                count: sure,
                asked: read.some(({ state }) => state === 'asked') ? 'yes' : 'no',
              })}
        </button>
      </p>
    </>
  )
}

function Parties({ visit: { reader, parties }, form }: { visit: AddingRequest; form: FormState }) {
  const chosen = [form.values.parties ?? []].flat()
  return (
    <FieldGroup name="parties" label={reader.t('registry.members.parties', { count: parties.length })}>
      <div class="choices columns">
        {parties.map(({ id, name, country, kind }) => (
          <Choice
            key={id}
            name="parties"
            option={{
              value: id,
              label: chooseName(name, reader.language).text,
              hint: `${kindName(reader, kind)}, ${countryName(reader, country)}`,
            }}
            type="checkbox"
            isChosen={chosen.includes(id)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

interface ReviewProps extends Pick<AddingRequest, 'asked'> {
  /** What was chosen before. */
  values: FormValues
  network: { slug: string }
  read: readonly NamedMember[]
}

/** What the pasted names mean: those that are sure, questions, and names that nobody bears. */
function Review({ network, read, asked, values }: ReviewProps) {
  const reader = useReader()
  const chosen = choicesIn(values)
  const { t } = reader
  const found = read.flatMap((each) => (each.state === 'found' ? [each] : []))
  const there = read.flatMap((each) => (each.state === 'there' ? [each] : []))
  const unknown = read.flatMap((each) => (each.state === 'unknown' ? [each.line] : []))
  return (
    <section class="names-read" aria-label={t('registry.members.read')}>
      {found.length === 0 ? null : (
        <details open={found.length <= 20}>
          <summary>{t('registry.members.found', { count: found.length })}</summary>
          <ul>
            {found.map(({ line, candidate }) => (
              <li key={line}>{inWords(reader, candidate)}</li>
            ))}
          </ul>
        </details>
      )}
      {there.length === 0 ? null : (
        <p>
          {t('registry.members.there', { count: there.length })}{' '}
          {there.map(({ candidate }) => chooseName(candidate.name, reader.language).text).join(', ')}
        </p>
      )}
      {read.map((each, index) =>
        each.state === 'asked' ? (
          <fieldset key={each.line} class="choices">
            <legend>{t(`registry.members.asked.${each.why}`, { name: each.line })}</legend>
            <input type="hidden" name={`for.${index}`} value={each.line} />
            {each.candidates.map((candidate) => {
              const record = asked.get(candidate.id)
              const option = record && pickerOption(reader, record)
              return (
                <Choice
                  key={candidate.id}
                  name={`meant.${index}`}
                  option={{
                    value: candidate.id,
                    label: option?.name ?? inWords(reader, candidate),
                    hint: option?.details,
                  }}
                  type="radio"
                  isChosen={meantBy(each, chosen) === candidate.id}
                />
              )
            })}
            <Choice
              name={`meant.${index}`}
              option={{ value: '', label: t('registry.members.noneOfThem') }}
              type="radio"
              isChosen={meantBy(each, chosen) === null}
            />
          </fieldset>
        ) : null,
      )}
      {unknown.length === 0 ? null : (
        <Notice kind="warning">
          <p>{t('registry.members.unknown', { count: unknown.length })}</p>
          <details open={unknown.length <= 20}>
            <summary>{t('registry.members.unknownNames')}</summary>
            <ul>
              {unknown.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
          <p>
            <a href={byHand(reader, network.slug, typedValue(values, 'role'))}>
              {t('registry.form.newOrganisation')}
            </a>
          </p>
        </Notice>
      )}
    </section>
  )
}

function inWords(reader: Reader, { name, kind, country }: Candidate): string {
  const details = `${kindName(reader, kind)}, ${countryName(reader, country)}`
  return `${chooseName(name, reader.language).text} – ${details}`
}
