import type { Actor } from '../../../platform/context/actor.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { writtenLanguages } from '../../../platform/i18n/reader.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import { MaybeFolded } from '../../../ui/blocks/maybe-folded.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { Moment } from '../../../ui/text/moment.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { countryName } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { AgreementList } from '../agreements/agreement-list.tsx'
import type { CooperationPageData } from '../cooperations/cooperation-page-data.ts'
import type { CooperationSummary, Party } from '../cooperations/summary.queries.ts'
import { CooperationFacts } from '../cooperations/views/cooperation-facts.tsx'
import { cooperationTitle } from '../cooperations/views/cooperation-page.tsx'
import { indexMarks } from '../evidence-marks.ts'
import { NextSteps } from '../next-steps.tsx'
import { paths } from '../paths.ts'
import type { AskedParty, Statement } from './queries.ts'

/** A form that was sent and came back. */
export type SentForms = Partial<Record<'stance' | 'request', FormState>>

interface ConfirmationPageProps {
  network: Network
  cooperation: CooperationSummary
  /** The country whose source tells of it, if no party claims it. */
  toldIn: string | null
  statements: Statement[]
  /** The parties whose word is waited for. */
  awaited: readonly { id: string }[]
  requests: AskedParty[]
  /** The parties for which the reader speaks, and the tie as they are asked about it. */
  own: Party[]
  data: CooperationPageData | null
  mayAsk: boolean
  actor: Actor
  sent: SentForms
  now: Temporal.Instant
}

/** The statements of each side on a tie, with the forms to make and to request one. */
export function ConfirmationPage(props: ConfirmationPageProps) {
  const reader = useReader()
  const { network, cooperation, statements, awaited, own, mayAsk, sent } = props
  const { t } = reader
  const title = cooperationTitle(reader, network, cooperation)
  const hasSpoken = statements.some(({ organisation }) => own.some(isAmong([organisation])))
  return (
    <>
      <PageHeading
        kicker={<a href={paths.cooperation(reader, network.slug, cooperation.slug)}>{title}</a>}
        lead={t('registry.confirmation.lead')}
      >
        {t('registry.cooperation.confirmation')}
      </PageHeading>
      <Notice kind={cooperation.confirmation === 'confirmed' ? 'done' : 'information'}>
        <p>{capitalized(t(`registry.confirmation.${cooperation.confirmation}`), reader.interfaceLanguage)}</p>
        <p class="quiet">{claimWords(props)}</p>
      </Notice>
      <Section id="statements" title={t('registry.confirmation.said')}>
        {statements.length === 0 ? <p>{t('registry.confirmation.silence')}</p> : null}
        <ul class="entries">
          {statements.map((statement) => (
            <li key={`${statement.organisation.id} ${statement.saidAt.getTime()}`}>
              <StatementEntry statement={statement} />
            </li>
          ))}
        </ul>
      </Section>
      {cooperation.confirmation === 'confirmed' ? (
        <NextSteps
          network={network}
          actor={props.actor}
          agreed={{
            parties: cooperation.parties.filter(({ capacity }) => capacity === 'party'),
            ties: [cooperation],
            isPublic: true,
          }}
        />
      ) : null}
      <MaybeFolded
        words={t(hasSpoken ? 'registry.confirmation.again' : 'registry.confirmation.yours')}
        isFolded={own.length > 0 && !own.some(isAmong(awaited)) && !sent.stance}
      >
        {own.length > 0 ? <OwnStance {...props} /> : null}
      </MaybeFolded>
      <MaybeFolded
        words={t('registry.confirmation.askAgain')}
        isFolded={mayAsk && awaited.length === 0 && !sent.request}
      >
        {mayAsk ? <Requests {...props} /> : null}
      </MaybeFolded>
    </>
  )
}

function isAmong(parties: readonly { id: string }[]): (party: { id: string }) => boolean {
  return ({ id }) => parties.some((party) => party.id === id)
}

function claimWords({ network, cooperation, toldIn }: ConfirmationPageProps): string {
  const reader = useReader()
  const claimant = cooperation.parties.find(({ id }) => id === cooperation.claimedBy)
  if (!claimant && toldIn !== null)
    return reader.t('registry.confirmation.toldIn', { country: countryName(reader, toldIn) })
  const name = chooseName((claimant ?? network).name, reader.language).text
  return reader.t('registry.confirmation.claimedBy', { name })
}

function StatementEntry({ statement }: { statement: Statement }) {
  const reader = useReader()
  const name = chooseName(statement.organisation.name, reader.language)
  return (
    <>
      <p class="entry-title">
        <span {...languageAttributes(reader, name.language)}>{name.text}</span> ·{' '}
        {reader.t(`registry.confirmation.stance.${statement.stance}`)}
      </p>
      <p class="entry-meta">
        {statement.saidAs ? (
          <span {...languageAttributes(reader, statement.language)}>{statement.saidAs}, </span>
        ) : null}
        <Moment at={statement.saidAt} />
      </p>
      {statement.words ? (
        <p class="as-written" {...languageAttributes(reader, statement.language)}>
          {statement.words}
        </p>
      ) : null}
    </>
  )
}

interface TieAsWrittenProps {
  network: Network
  data: CooperationPageData
}

/** A tie as the registry has it, for a party to confirm or to dispute. */
export function TieAsWritten({ network, data }: TieAsWrittenProps) {
  const reader = useReader()
  const { cooperation, details, agreements } = data
  const marks = indexMarks(reader, network.slug, data.evidence)
  return (
    <>
      <Passage text={cooperation.summary} />
      <CooperationFacts network={network} cooperation={cooperation} details={details} marks={marks} />
      <Section id="agreements" title={reader.t('registry.cooperation.agreements')}>
        <AgreementList network={network} agreements={agreements} marks={marks} />
      </Section>
    </>
  )
}

function OwnStance({ network, cooperation, own, data, awaited, sent: { stance } }: ConfirmationPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="stance" title={t('registry.confirmation.yours')}>
      <Form action={paths.confirmation(reader, network.slug, cooperation.slug)} form={stance} asksFirst>
        {stance ? <ErrorList form={stance} /> : null}
        {data ? <TieAsWritten network={network} data={data} /> : null}
        <p class="lead">
          {t('registry.confirmation.question', {
            names: own.map((party) => chooseName(party.name, reader.language).text).join(', '),
          })}
        </p>
        {own.length > 1 ? (
          <ChoiceField
            name="organisation"
            label={t('registry.confirmation.for')}
            options={own.map((party) => ({
              value: party.id,
              label: chooseName(party.name, reader.language).text,
            }))}
            chosen={[
              typedValue(stance?.values ?? {}, 'organisation') || (own.find(isAmong(awaited))?.id ?? ''),
            ]}
            required
          />
        ) : null}
        <StanceFields />
      </Form>
    </Section>
  )
}

function Requests({
  network,
  cooperation,
  requests,
  sent: { request },
  now,
  ...props
}: ConfirmationPageProps) {
  const reader = useReader()
  const { t } = reader
  const typed = (name: string) => typedValue(request?.values ?? {}, name)
  const parties = cooperation.parties.filter(({ capacity }) => capacity === 'party')
  const nameOf = (id: string) => {
    const party = parties.find((each) => each.id === id)
    return party ? chooseName(party.name, reader.language).text : ''
  }
  const claimant = parties.find(({ id }) => id === cooperation.claimedBy)
  const claiming = claimant?.country ?? network.countries[0]
  const others = parties.filter((party) => !isAmong(props.own)(party))
  const far =
    others.find(isAmong(props.awaited)) ??
    others.find(({ country }) => country !== claiming) ??
    others.find((party) => party !== claimant) ??
    parties[0]
  const written = writtenLanguages(reader)
  const usualLanguage = written.find((each) => each === languageOf(far?.country ?? '')) ?? written[0]
  return (
    <Section id="requests" title={t('registry.confirmation.ask')}>
      <p>{t('registry.confirmation.askLead')}</p>
      <ul class="entries">
        {requests.map((each) => (
          <li key={each.requestId}>
            <p class="entry-title">
              {nameOf(each.organisationId)}
              {each.name ? ` (${each.name})` : null}
            </p>
            <p class="entry-meta">
              <Moment at={each.madeAt} /> ·{' '}
              {each.usedAt
                ? t('registry.confirmation.answered')
                : t(
                    each.expiresAt.getTime() <= now.epochMilliseconds
                      ? 'registry.confirmation.ended'
                      : 'registry.confirmation.waits',
                  )}
            </p>
          </li>
        ))}
      </ul>
      <Form
        action={`${paths.confirmation(reader, network.slug, cooperation.slug).split('?')[0]}/requests`}
        form={request}
        asksFirst
      >
        {request ? <ErrorList form={request} /> : null}
        <ChoiceField
          name="organisation"
          label={t('registry.confirmation.party')}
          options={(others.length > 0 ? others : parties).map((party) => ({
            value: party.id,
            label: nameOf(party.id),
          }))}
          chosen={[typed('organisation') || (far?.id ?? '')]}
          required
        />
        <Field
          name="address"
          type="email"
          label={t('registry.confirmation.address')}
          hint={t('registry.confirmation.addressHint')}
          required
        />
        <Field name="name" label={t('registry.confirmation.name')} />
        <ChoiceField
          name="language"
          label={t('registry.confirmation.language')}
          options={written.map((each) => ({
            value: each,
            label: languageInWords(reader, each),
          }))}
          chosen={[typed('language') || (usualLanguage ?? 'en')]}
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('registry.confirmation.send')}
          </button>
        </p>
      </Form>
    </Section>
  )
}

/** The reason of a dispute, and the two answers. */
export function StanceFields() {
  const { t } = useReader()
  return (
    <>
      <TextAreaField
        name="words"
        label={t('registry.confirmation.words')}
        hint={t('registry.confirmation.wordsHint')}
        max={2000}
        rows={3}
      />
      <p class="form-end">
        <button type="submit" class="button primary" name="stance" value="confirmed">
          {t('registry.confirmation.confirm')}
        </button>
        <button type="submit" class="button" name="stance" value="disputed">
          {t('registry.confirmation.dispute')}
        </button>
      </p>
    </>
  )
}
