import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName, chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { optionalDayInput, saidDay } from '../../../platform/input/date-input.ts'
import { fieldError, says } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { languageOfLetters } from '../../../platform/input/text-input.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { MoreFields } from '../../../ui/form/more-fields.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { ThemePicker } from '../../../ui/form/theme-picker.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateToType } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { type Trade, themesOfTrade, trades } from '../../contacts/index.ts'
import { shortNames } from '../../directory/index.ts'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import {
  loadNetworkRequest,
  redirectAfterPost,
  type Theme,
  themeGroups,
  themes,
} from '../../networks/index.ts'
import { themesOfText } from '../../networks/themes/index.ts'
import { isAsker } from '../involvement.ts'
import { paths } from '../paths.ts'
import { mayAsk } from '../policy.ts'
import { findQuestion } from '../questions/queries.ts'
import { visibilities } from '../routing/peer.ts'
import { askQuestion, changeQuestion, draftQuestion, dropDraft, noteFound } from './commands.ts'
import { type LookAlike, listLookAlikes } from './look-alikes.queries.ts'
import { listNamable } from './namable.queries.ts'

export const [longestQuestion, longestTried] = [600, 2000]

const place = '/:language/:network/questions'

/** How an authority asks its peers: three fields, then what looks alike, who may read it, and the press that asks. */
export function addAskingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, `${place}/new`, {
    open: async (visit) => {
      const loaded = await loadNetworkRequest(visit)
      return mayAsk(loaded.writing.actor, loaded.network.id) ? loaded : notFound('questions')
    },
    title: 'questions.form.new',
    lead: 'questions.form.lead',
    submit: 'questions.form.next',
    width: 'reading',
    isOnce: true,
    path: '/questions/new',
    back: ({ reader, network }) => ({
      href: paths.list(reader, network.slug),
      label: reader.t('questions.list.title'),
    }),
    schema: () => wordsForm,
    fields: () => <QuestionFields />,
    save: async ({ writing, reader, network }, typed) => {
      const [askerId = ''] = organisationsOf(writing.actor, network.id, ['member'])
      const found = themesOfText(`${typed.question} ${typed.tried}`)
      const { slug } = await draftQuestion(writing, {
        ...{ networkId: network.id, askerId, via: 'page' },
        ...typedWords(typed, reader.interfaceLanguage, network.languages),
        ...{ themes: found, trade: tradeOf(found) },
      })
      return paths.act(reader, network.slug, slug, 'send')
    },
  })
  addNetworkForm(pages, `${place}/:slug/edit`, {
    open: loadAskerRequest,
    title: 'questions.form.edit',
    submit: 'questions.form.save',
    width: 'reading',
    path: ({ question }) => `/questions/${question.slug}/edit`,
    back: (visit) => backToQuestion(visit),
    values: ({ reader, question }) => ({
      question: original(question.question),
      tried: original(question.tried),
      neededBy: question.neededBy === null ? '' : dateToType(reader, question.neededBy, null),
    }),
    schema: () => wordsForm,
    fields: () => <QuestionFields />,
    save: async ({ writing, reader, network, question }, typed) => {
      await changeQuestion(writing, question, typedWords(typed, reader.interfaceLanguage, network.languages))
      return paths
        .act(reader, network.slug, question.slug, question.askedAt === null ? 'send' : '')
        .replace(/\/$/, '')
    },
  })
  addNetworkForm(pages, `${place}/:slug/send`, {
    open: async (visit) => {
      const loaded = await loadDraftRequest(visit)
      const { context, network, question } = loaded
      const text = Object.values(question.question)
        .map((passage) => passage.text)
        .join(' ')
      return {
        ...loaded,
        alike: await listLookAlikes(context, network.id, { id: question.id, text, themes: question.themes }),
        namable: await listNamable(context, network.id, question.asker.id),
      }
    },
    title: 'questions.send.title',
    submit: 'questions.send.ask',
    width: 'reading',
    path: ({ question }) => `/questions/${question.slug}/send`,
    back: (visit) => backToQuestion(visit),
    values: ({ question }) => ({
      ...{ themes: question.themes, trade: question.trade ?? '', visibility: question.visibility },
      ...{ named: question.named.map(({ id }) => id), mayTranslate: '' },
    }),
    schema: () =>
      z.object({
        themes: z.preprocess(listed, z.array(z.enum(themes)).min(1, says('questions.error.theme'))),
        trade: z.preprocess(
          (value) => (value === '' ? null : value),
          z.enum(trades).nullable().default(null),
        ),
        visibility: z.enum(visibilities),
        named: z.preprocess(listed, z.array(z.uuid())).default([]),
        mayTranslate: z.preprocess((value) => value === 'yes', z.boolean()),
      }),
    fields: ({ reader, namable }) => {
      const { t } = reader
      return (
        <>
          <ThemePicker
            name="themes"
            label={t('questions.field.themes')}
            hint={t('questions.send.themesHint')}
            groups={themeGroups(reader)}
            required
          />
          <ChoiceField
            name="trade"
            label={t('questions.field.trade')}
            hint={t('questions.send.tradeHint')}
            options={[
              { value: '', label: t('questions.send.noTrade') },
              ...trades.map((code) => ({ value: code, label: t(`contacts.trade.${code}`) })),
            ]}
            isFolded
          />
          <ChoiceField
            name="visibility"
            label={t('questions.field.visibility')}
            options={visibilities.map((value) => ({
              value,
              label: t(`questions.visibility.${value}`),
              hint: t(`questions.visibilityHint.${value}`),
            }))}
            required
          />
          <MoreFields names={['named', 'mayTranslate']} label={t('questions.send.some')}>
            <ChoiceField
              name="named"
              label={t('questions.field.named')}
              hint={t('questions.send.namedHint')}
              multiple
              options={namable.map((each) => ({
                value: each.id,
                label: chooseName(shortNames(each), reader.language).text,
                ...(each.isTied ? { hint: t('questions.send.tied') } : {}),
              }))}
            />
            <ChoiceField
              name="mayTranslate"
              label={t('questions.field.mayTranslate')}
              multiple
              options={[{ value: 'yes', label: t('questions.send.mayTranslate') }]}
            />
          </MoreFields>
        </>
      )
    },
    page: ({ reader, network, question, alike }, form) => (
      <>
        <PageHeading lead={reader.t('questions.send.lead')}>{reader.t('questions.send.title')}</PageHeading>
        <blockquote>
          <Passage text={question.question} as="div" />
        </blockquote>
        <p>
          <a href={paths.act(reader, network.slug, question.slug, 'edit')}>
            {reader.t('questions.form.edit')}
          </a>
        </p>
        <LookAlikes network={network.slug} slug={question.slug} alike={alike} />
        <Section id="whom" title={reader.t('questions.send.whom')}>
          {form}
        </Section>
      </>
    ),
    save: async ({ writing, reader, network, question, namable }, { named, ...sending }) => {
      const chosen = namable.filter(({ id }) => named.includes(id))
      const [first] = chosen
      if (sending.visibility === 'pair' && (chosen.length !== 1 || !first?.isTied))
        return [fieldError('named', 'questions.error.pair')]
      if (sending.visibility === 'named' && chosen.length === 0)
        return [fieldError('named', 'questions.error.named')]
      const count = await askQuestion(writing, network, question, {
        ...sending,
        named: chosen.map(({ id }) => id),
      })
      return `${paths.act(reader, network.slug, question.slug, '').replace(/\/$/, '')}?done=${count > 0 ? 'asked' : 'nobody'}`
    },
  })
  addNetworkAction(pages, `${place}/:slug/found`, {
    open: loadDraftRequest,
    schema: () => z.object({ sheet: z.union([z.uuid(), z.literal('')]).default('') }),
    again: () => notFound('found'),
    save: async ({ writing, reader, network, question }, { sheet }) => {
      await noteFound(writing, question, sheet === '' ? null : sheet)
      return `${paths.act(reader, network.slug, question.slug, '').replace(/\/$/, '')}?done=found`
    },
  })
  pages.post(
    `${place}/:slug/drop`,
    loadDraftRequest,
    async ({ reply, writing, reader, network, question }) => {
      await dropDraft(writing, question)
      return redirectAfterPost(reply, `/${reader.language}/${network.slug}/questions?view=asked`)
    },
  )
}

const listed = (value: unknown) => [value ?? []].flat().filter((each) => each !== '')

const wordsForm = z.object({
  question: z.string().trim().min(10, says('questions.error.short')).max(longestQuestion),
  tried: z.string().trim().max(longestTried).default(''),
  neededBy: optionalDayInput(saidDay()),
})

const original = (text: LocalizedText) =>
  Object.values(text).find(({ state }) => state === 'original')?.text ?? chooseText(text, 'en')?.text ?? ''

/** Words in the language of their letters, else in that of the page. */
export function typedWords(
  { question, tried, neededBy }: { question: string; tried: string; neededBy?: string | null | undefined },
  language: string,
  languages: readonly string[],
) {
  const own = languageOfLetters(question, languages) ?? language
  const told = (text: string): LocalizedText => (text === '' ? {} : { [own]: { text, state: 'original' } })
  return { question: told(question), tried: told(tried), neededBy: neededBy ?? null, language: own }
}

/** The trade to which the first of some themes belongs. */
export function tradeOf([first]: readonly Theme[]): Trade | null {
  return first === undefined
    ? null
    : (trades.find((trade) => themesOfTrade[trade].some((theme) => theme === first)) ?? null)
}

function QuestionFields() {
  const { t } = useReader()
  return (
    <>
      <TextAreaField
        name="question"
        label={t('questions.field.question')}
        hint={t('questions.form.questionHint')}
        max={longestQuestion}
        rows={4}
        required
      />
      <TextAreaField
        name="tried"
        label={t('questions.field.tried')}
        hint={t('questions.form.triedHint')}
        max={longestTried}
        rows={5}
      />
      <DayField name="neededBy" label={t('questions.field.neededBy')} />
    </>
  )
}

interface LookAlikesProps {
  network: string
  slug: string
  alike: readonly LookAlike[]
}

/** Sheets and answered questions that may answer already, each with the press that says so. */
function LookAlikes({ network, slug, alike }: LookAlikesProps) {
  const reader = useReader()
  if (alike.length === 0) return null
  const path = { practice: paths.practice, question: paths.question }
  return (
    <Section id="alike" title={reader.t('questions.alike.title')}>
      <EntryList
        entries={alike.map(({ id, kind, slug: other, title }) => ({
          key: id,
          href: path[kind](reader, network, other),
          title: <Passage text={title} as="span" tags={false} />,
          meta: reader.t(`questions.alike.${kind}`),
          body: (
            <form method="post" action={paths.act(reader, network, slug, 'found')}>
              <input type="hidden" name="sheet" value={kind === 'practice' ? id : ''} />
              <button type="submit" class="button">
                {reader.t('questions.alike.found')}
              </button>
            </form>
          ),
        }))}
      />
    </Section>
  )
}

/** Loads a question for those who speak for its asker; 404 for others. */
export async function loadAskerRequest(visit: Visit) {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  const question = await findQuestion(writing, network.id, parameterOf(visit.request.params, 'slug') ?? '')
  return isAsker(writing.actor, question) && question.closedAt === null
    ? { ...loaded, question }
    : notFound('question')
}

async function loadDraftRequest(visit: Visit) {
  const loaded = await loadAskerRequest(visit)
  return loaded.question.askedAt === null ? loaded : notFound('send')
}

const backToQuestion = ({ reader, network, question }: Awaited<ReturnType<typeof loadAskerRequest>>) => ({
  href: paths.question(reader, network.slug, question.slug),
  label: reader.t('questions.question.noun'),
})
