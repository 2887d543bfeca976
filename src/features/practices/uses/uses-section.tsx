import type { Context } from '../../../platform/context/context.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { shortNames } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import { mayDeclareUses, maySpeakFor } from '../policy.ts'
import type { Practice } from '../sheets/queries.ts'
import { mayConfirm } from './commands.ts'
import type { PracticeUse } from './queries.ts'

interface UsesSectionProps {
  network: { id: string; slug: string }
  context: Pick<Context, 'actor'>
  practice: Practice
  uses: readonly PracticeUse[]
}

/** Who took a practice up, what they changed and what came of it; and the way to say so. */
export function UsesSection({ network, context, practice, uses }: UsesSectionProps) {
  const reader = useReader()
  const { t } = reader
  if (practice.publication !== 'published') return null
  const [place = ''] = paths.uses(reader, network.slug, practice.slug).split('?')
  const speaksFor = (organisationId: string) =>
    maySpeakFor(context.actor, { networkId: network.id, organisationId })
  return (
    <Section id="uses" title={t('practices.use.title')}>
      {uses.length === 0 ? <p class="quiet">{t('practices.use.none')}</p> : null}
      <EntryList
        entries={uses.map((use) => ({
          key: use.id,
          href: paths.organisation(reader, network.slug, use.taker.slug),
          title: <Name name={shortNames(use.taker)} own={languageOf(use.taker.country)} />,
          meta: [
            t(`practices.use.states.${use.state}`),
            use.since && dayWords(reader, use.since),
            confirmationWords(use),
          ]
            .filter(Boolean)
            .join(' · '),
          body: (
            <>
              <FactList facts={factsOf(use)} />
              {mayConfirm(context, practice, use) ? (
                <form method="post" action={`${place}/${use.id}/confirmation`}>
                  <button type="submit" class="button">
                    {t('practices.use.confirm')}
                  </button>
                </form>
              ) : null}
              {speaksFor(use.taker.id) || speaksFor(practice.holder.id) ? (
                <p>
                  <a href={`${place}/${use.id}`}>{t('practices.use.change')}</a>
                </p>
              ) : null}
            </>
          ),
        }))}
      />
      {mayDeclareUses(context.actor, network.id) ? (
        <p>
          <a class="button" href={`${place}/new`}>
            {t('practices.use.declare')}
          </a>
        </p>
      ) : null}
    </Section>
  )

  function confirmationWords({ confirmedOn }: PracticeUse) {
    return confirmedOn === null
      ? t('practices.use.unconfirmed')
      : t('practices.use.confirmed', { day: dayWords(reader, confirmedOn) })
  }

  function factsOf(use: PracticeUse): Fact[] {
    return [
      ...(['reason', 'changed', 'outcome'] as const).flatMap((name) =>
        Object.keys(use[name]).length > 0
          ? [{ term: t(`practices.use.${name}`), detail: <Passage text={use[name]} as="span" /> }]
          : [],
      ),
      ...(use.evidence === ''
        ? []
        : [{ term: t('practices.field.evidence'), detail: <a href={use.evidence}>{use.evidence}</a> }]),
    ]
  }
}
