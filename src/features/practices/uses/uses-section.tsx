import type { Context } from '../../../platform/context/context.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { recordFacts } from '../../../ui/form/record-facts.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { shortNames } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import { mayDeclareUses } from '../policy.ts'
import type { Practice } from '../sheets/queries.ts'
import { mayChangeUse, mayConfirm } from './commands.ts'
import { type PracticeUse, useFields } from './queries.ts'

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
  const place = paths.today(reader, network.slug, practice.slug, '/uses')
  const step = (use: PracticeUse, name: 'confirmation' | 'removal') => (
    <form method="post" action={`${place}/${use.id}/${name}`}>
      <button type="submit" class="button">
        {t(`practices.use.${name}`)}
      </button>
    </form>
  )
  const metaOf = ({ state, since, confirmedOn }: PracticeUse) => [
    t(`practices.use.states.${state}`),
    ...(since === null ? [] : [dayWords(reader, since)]),
    confirmedOn === null
      ? t('practices.use.unconfirmed')
      : t('practices.use.confirmed', { day: dayWords(reader, confirmedOn) }),
  ]
  return (
    <Section id="uses" title={t('practices.use.title')}>
      {uses.length === 0 ? <p class="quiet">{t('practices.use.none')}</p> : null}
      <EntryList
        entries={uses.map((use) => ({
          key: use.id,
          href: paths.organisation(reader, network.slug, use.taker.slug),
          title: <Name name={shortNames(use.taker)} own={languageOf(use.taker.country)} />,
          meta: metaOf(use).join(' · '),
          body: (
            <>
              <FactList
                facts={recordFacts(useFields, ['reason', 'changed', 'outcome', 'evidence'], reader, use)}
              />
              <div class="actions">
                {mayConfirm(context, practice, use) ? step(use, 'confirmation') : null}
                {mayChangeUse(context, practice, use) ? (
                  <>
                    <a class="button" href={`${place}/${use.id}`}>
                      {t('practices.use.change')}
                    </a>
                    {step(use, 'removal')}
                  </>
                ) : null}
              </div>
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
}
