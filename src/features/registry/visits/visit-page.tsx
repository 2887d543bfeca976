import type { ComponentChildren } from 'preact'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { StatusMark } from '../../../ui/tie/status-mark.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { knownPeriod } from '../../agenda/planning/index.ts'
import { type OrganisationRef, shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { tieLine } from '../tie.ts'
import { whole } from '../visit-note/room.ts'
import type { VisitFacts } from './queries.ts'
import { Phrases, SheetParts } from './sheet-parts.tsx'
import { renderVisitSheet, visitDays } from './visit-sheet.ts'

interface VisitPageProps {
  network: Network
  /** The places among which one chooses. */
  places: readonly OrganisationRef[]
  form: FormState
  /** Null before its days are known. */
  visit: VisitFacts | null
  /** The contacts of the hosts and of the embassies; null for those who may not see them. */
  contacts: ComponentChildren | null
  /** The address of the page of the place. */
  url: string
}

/** Asks for the days of a visit, then says what to know of them and of the place. */
export function VisitPage({ network, places, form, visit, contacts, url }: VisitPageProps) {
  const reader = useReader()
  const { t } = reader
  const [only] = places
  const kicker =
    places.length === 1 && only ? (
      <a href={paths.organisation(reader, network.slug, only.slug)}>
        {chooseName(only.name, reader.language).text}
      </a>
    ) : (
      <a href={paths.organisations(reader, network.slug)}>{t('registry.organisations.title')}</a>
    )
  if (places.length === 0)
    return (
      <>
        <PageHeading kicker={kicker}>{t('registry.visit.title')}</PageHeading>
        <EmptyState
          title={t('registry.visit.noPlace')}
          why={t('registry.visit.noPlaceWhy')}
          next={<a href={paths.organisations(reader, network.slug)}>{t('registry.organisations.title')}</a>}
        />
      </>
    )
  return (
    <>
      <ErrorList form={form} />
      <PageHeading
        kicker={kicker}
        lead={visit ? visitDays(reader, visit) : t('registry.visit.lead')}
        actions={visit ? <Keeping network={network.slug} visit={visit} /> : undefined}
      >
        {visit
          ? t('registry.visit.to', { name: chooseName(shortNames(visit.facts.holder), reader.language).text })
          : t('registry.visit.title')}
      </PageHeading>
      {visit ? <Prepared network={network} visit={visit} contacts={contacts} url={url} /> : null}
      {visit ? (
        <Section id="other-days" title={t('registry.visit.change')}>
          <DaysForm network={network.slug} places={places} form={form} />
        </Section>
      ) : (
        <DaysForm network={network.slug} places={places} form={form} />
      )}
    </>
  )
}

/** The files that one keeps on a phone; none of them names a person. */
function Keeping({ network, visit }: { network: string; visit: VisitFacts }) {
  const reader = useReader()
  const { from, to, facts } = visit
  const chosen = { place: facts.holder.slug, from, to }
  return (
    <>
      <a class="button" href={paths.visitFile(reader, network, 'pdf', chosen)}>
        {reader.t('registry.cooperation.notePdf')}
      </a>{' '}
      <a class="button" href={paths.visitFile(reader, network, 'ics', chosen)}>
        {reader.t('registry.visit.calendar')}
      </a>{' '}
      <PrintButton />
    </>
  )
}

type PreparedProps = Pick<VisitPageProps, 'network' | 'contacts' | 'url'> & { visit: VisitFacts }

function Prepared({ network, visit, contacts, url }: PreparedProps) {
  const reader = useReader()
  const { t } = reader
  const { cooperations } = visit.facts
  // The page has the ties in a list of its own, with a note for each.
  const sheet = renderVisitSheet(reader, visit, { url, room: { ...whole, ties: 0 }, most: 1000 })
  return (
    <>
      <SheetParts parts={sheet.parts.slice(0, 1)} id="days" />
      <Section id="ties" title={t('registry.visit.ties')}>
        {cooperations.length === 0 ? (
          <EmptyState title={t('registry.visit.noTie')} why={t('registry.visit.noTieWhy')} />
        ) : (
          <EntryList
            entries={cooperations.map((tie) => ({
              key: tie.slug,
              title: (
                <TieLine
                  {...tieLine(reader, network, tie)}
                  href={paths.cooperation(reader, network.slug, tie.slug)}
                />
              ),
              meta: (
                <>
                  <StatusMark status={tie.standing.status} />{' '}
                  <a href={paths.note(reader, network.slug, 'cooperations', tie.slug, 'pdf')}>
                    {t('registry.cooperation.notePdf')}
                  </a>
                </>
              ),
            }))}
          />
        )}
      </Section>
      <SheetParts parts={sheet.parts.slice(1)} id="note" />
      <Section id="contacts" title={t('registry.visit.contacts')}>
        {contacts ?? <p>{t('registry.visit.contactsInside')}</p>}
      </Section>
      {sheet.foot.map((passage, index) => (
        <p key={index} class="quiet">
          <Phrases passage={passage} />
        </p>
      ))}
    </>
  )
}

function DaysForm({ network, places, form }: Pick<VisitPageProps, 'places' | 'form'> & { network: string }) {
  const reader = useReader()
  const { t } = reader
  const day = (name: 'from' | 'to') => (
    <Field
      name={name}
      label={t(name === 'from' ? 'registry.visit.from' : 'registry.visit.until')}
      required={name === 'from'}
    >
      {(control) => (
        <input
          {...control}
          type="date"
          value={typedValue(form.values, name)}
          min={reader.today}
          max={knownPeriod.to}
        />
      )}
    </Field>
  )
  return (
    <form class="form" method="get" action={paths.visit(reader, network).split('?')[0]} novalidate>
      {reader.now ? <input type="hidden" name="now" value={reader.now} /> : null}
      {places.map(({ slug }) => (
        <input key={slug} type="hidden" name="among" value={slug} />
      ))}
      <FormFields form={form}>
        {places.length > 1 ? (
          <ChoiceField
            name="place"
            label={t('registry.visit.place')}
            options={places.map((each) => ({
              value: each.slug,
              label: chooseName(each.name, reader.language).text,
            }))}
            chosen={[typedValue(form.values, 'place') || (places[0]?.slug ?? '')]}
            required
          />
        ) : null}
        <div class="minutes-hours">
          {day('from')}
          {day('to')}
        </div>
      </FormFields>
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('registry.visit.submit')}
        </button>
      </p>
    </form>
  )
}
