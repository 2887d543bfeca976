import type { FastifyInstance, FastifyReply } from 'fastify'
import { cityOf, zonesFor } from '../../../platform/dates/index.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, withStatus } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FormState, type FormValues, fieldError, typedValue } from '../../../platform/input/form.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useForm } from '../../../ui/form/filled.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { type Choices, OrganisationPicker, readChoices } from '../../directory/index.ts'
import { addNetworkAction, addNetworkForm, findOwnZone } from '../../directory/picking/index.ts'
import { type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { changeConvened } from '../convocations/commands.ts'
import { meetingPath, paths } from '../paths.ts'
import { loadKeeperRequest, loadKeptMeetingRequest, type MeetingRequest } from '../request.ts'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import { addMeeting } from './commands.ts'
import { type Meeting, meetingKinds } from './meeting.ts'
import {
  factsOf,
  longestInvitation,
  longestTitle,
  longestWords,
  meetingForm,
  meetingValues,
  typedPickers,
} from './schema.ts'

/** The forms of a new and of an existing meeting. */
export function addMeetingFormRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/meetings/new', {
    open: loadKeeperRequest,
    title: 'minutes.list.new',
    description: 'minutes.list.lead',
    path: '/meetings/new',
    back: ({ reader, network }) => ({
      href: paths.list(reader, network.slug),
      label: reader.t('minutes.list.title'),
    }),
    values: async ({ context, reader, network }) => ({
      kind: 'group',
      zone: await findOwnZone(context, reader, network),
      languages: network.languages,
    }),
    schema: ({ network }) => formOf(network, null),
    pickers,
    lists,
    fields: ({ network }, _, choices) => <MeetingFields network={network} meeting={null} choices={choices} />,
    save: async ({ writing, reader, network, usualDay }, typed, choices) => {
      const facts = factsOf(typed, choices, null)
      const { slug } = await addMeeting(writing, network.id, { ...facts, isHeld: false, knownOn: usualDay })
      return paths.meeting(reader, network.slug, slug)
    },
  })

  const edit = '/:language/:network/meetings/:slug/edit'
  pages.get(edit, loadKeptMeetingRequest, async (visit) => {
    const values = meetingValues(visit.reader, visit.meeting)
    const choices = await readChoices(visit.context, values, typedPickers(values))
    return render(visit, { values, errors: [] }, choices)
  })

  addNetworkAction(pages, edit, {
    open: loadKeptMeetingRequest,
    schema: ({ network, meeting }) => formOf(network, meeting),
    pickers,
    lists,
    save: async ({ writing, reader, network, meeting }, typed, choices) => {
      const changed = { facts: factsOf(typed, choices, meeting), seenAt: instantOf(typed.seen) }
      try {
        await changeConvened(application, writing, { network, meeting }, changed)
      } catch (error) {
        if (!(error instanceof Refusal && error.reason === 'changedMeanwhile')) throw error
        return [changedMeanwhile]
      }
      return paths.meeting(reader, network.slug, meeting.slug)
    },
    again: async (visit, form, choices) => {
      if (!form.errors.includes(changedMeanwhile)) return render(visit, form, choices)
      // The form now knows the present state: sent once more, it is meant.
      const seen = (await loadKeptMeetingRequest(visit)).meeting.updatedAt.toISOString()
      return render(withStatus(visit, 409), { ...form, values: { ...form.values, seen } }, choices)
    },
  })
}

const changedMeanwhile = fieldError('', 'minutes.error.changedMeanwhile')
const lists = ['conveners']
const pickers = (_: NetworkRequest, values: FormValues) => typedPickers(values)

function formOf({ countries, languages }: RecordNetwork, meeting: Meeting | null) {
  return meetingForm({ zones: zonesFor(countries, meeting?.zone), languages })
}

function render(visit: MeetingRequest, form: FormState, choices: Choices): FastifyReply {
  const { reader, network, meeting } = visit
  const title = reader.t('minutes.work.edit')
  const path = meetingPath(meeting.slug, 'edit')
  return renderNetworkPage(visit, {
    title,
    description: reader.t('minutes.list.lead'),
    path,
    noindex: true,
    children: (
      <>
        <ErrorList form={form} />
        <WorkHeading back={meetingBack(reader, network.slug, meeting)}>{title}</WorkHeading>
        <Form action={`/${reader.language}/${network.slug}${path}`} form={form}>
          <MeetingFields network={network} meeting={meeting} choices={choices} />
        </Form>
      </>
    ),
  })
}

// A text that is no instant counts as long past.
function instantOf(text: string): string {
  return Number.isNaN(Date.parse(text)) ? new Date(0).toISOString() : new Date(text).toISOString()
}

interface MeetingFieldsProps {
  network: RecordNetwork
  /** The present meeting; null for a new one. */
  meeting: Meeting | null
  choices: Choices
}

/** The fields of a meeting: what it is, when and where, who presides and who convenes. */
function MeetingFields({ network, meeting, choices }: MeetingFieldsProps) {
  const reader = useReader()
  const { values } = useForm()
  const { t } = reader
  const picker = (name: string) => ({ name, picked: choices.get(name) ?? ({ state: 'empty' } as const) })
  return (
    <>
      <UsualSubmit value="save" />
      <input type="hidden" name="seen" value={typedValue(values, 'seen')} />
      <LocalizedField
        name="title"
        label={t('minutes.field.title')}
        languages={network.languages}
        text={meeting?.title ?? {}}
        max={longestTitle}
        rows={1}
        required
      />
      <ChoiceField
        name="kind"
        label={t('minutes.field.kind')}
        options={meetingKinds.map((kind) => ({ value: kind, label: t(`minutes.kind.${kind}`) }))}
        isFolded
        required
      />
      <HoursFields countries={network.countries} />
      <LocalizedField
        name="place"
        label={t('minutes.field.placeWords')}
        hint={t('minutes.field.placeHint')}
        languages={network.languages}
        text={meeting?.place ?? {}}
        max={longestWords}
        rows={1}
      />
      <OrganisationPicker {...picker('placeOrganisation')} label={t('minutes.field.placeOrganisation')} />
      <LocalizedField
        name="chair"
        label={t('minutes.field.chairWords')}
        hint={t('minutes.field.chairHint')}
        languages={network.languages}
        text={meeting?.chair ?? {}}
        max={longestWords}
        rows={1}
      />
      <OrganisationPicker {...picker('chairOrganisation')} label={t('minutes.field.chairOrganisation')} />
      <RepeatedParts
        name="conveners"
        label={t('minutes.field.conveners')}
        hint={t('minutes.field.convenersHint')}
        titleOf={(index) => t('minutes.field.convener', { number: index + 1 })}
        addLabel={t('minutes.field.addConvener')}
      >
        {(prefix) => <OrganisationPicker {...picker(prefix)} label={t('minutes.field.organisation')} />}
      </RepeatedParts>
      <ChoiceField
        name="languages"
        label={t('minutes.field.languages')}
        options={network.languages.map((language) => ({
          value: language,
          label: languageInWords(reader, language),
        }))}
        multiple
      />
      <LocalizedField
        name="invitation"
        label={t('minutes.field.invitation')}
        hint={t('minutes.field.invitationHint')}
        languages={network.languages}
        text={meeting?.invitation ?? {}}
        max={longestInvitation}
        rows={5}
      />
      <p class="form-end">
        <button class="button primary" type="submit" name="action" value="save">
          {t(meeting ? 'minutes.action.save' : 'minutes.action.create')}
        </button>
      </p>
    </>
  )
}

/** The day and the hours, on the clock of one of the network’s countries. */
function HoursFields({ countries }: { countries: readonly string[] }) {
  const reader = useReader()
  const { values } = useForm()
  const { t } = reader
  const chosen = typedValue(values, 'zone')
  const zones = zonesFor(countries, chosen === '' ? undefined : chosen)
  const time = (name: 'start' | 'end') => (
    <Field
      name={name}
      label={t(`minutes.field.${name}`)}
      hint={name === 'end' ? t('minutes.field.endHint') : undefined}
    >
      {(control) => <input {...control} type="time" value={typedValue(values, name)} />}
    </Field>
  )
  return (
    <>
      <DayField name="heldOn" label={t('minutes.field.day')} required />
      <div class="minutes-hours">
        {time('start')}
        {time('end')}
      </div>
      <ChoiceField
        name="zone"
        label={t('minutes.field.zone')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[chosen || (zones[0] ?? '')]}
        isFolded
        required
      />
    </>
  )
}
