import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { type FormValues, fieldError, says, typedValue, typedValues } from '../../../platform/input/form.ts'
import { chosenAmong } from '../../../platform/input/text-input.ts'
import { answerAddress } from '../../../platform/mail/inbound/answer-address.ts'
import { notFound } from '../../../platform/refusal.ts'
import { openTranslator } from '../../../platform/translation/open-translator.ts'
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
import { trades } from '../../contacts/index.ts'
import { shortNames } from '../../directory/index.ts'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import { loadNetworkRequest, redirectAfterPost, themeGroups, themes } from '../../networks/index.ts'
import { themesOfText } from '../../networks/themes/index.ts'
import { paths } from '../paths.ts'
import { mayAsk } from '../policy.ts'
import { loadQuestionRequest, type QuestionRequest } from '../questions/frame.tsx'
import type { Question } from '../questions/question.ts'
import { AskedPart } from '../questions/question-page.tsx'
import { visibilities } from '../routing/peer.ts'
import { longestQuestion, longestTried, tradeOf, typedBefore, typedWords, wordsForm } from '../words.ts'
import { askQuestion, changeQuestion, draftQuestion, dropDraft, noteFound } from './commands.ts'
import { findFirstWave } from './first-wave.queries.ts'
import { type LookAlike, listLookAlikes } from './look-alikes.queries.ts'
import { listNamable, type Namable } from './namable.queries.ts'

const place = '/:language/:network/questions'

/** How an authority asks its peers: three fields, then what looks alike, who may read it, and the press that asks. */
export function addAskingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const machine = openTranslator(application.settings.translation)?.name ?? null
  const form = { width: 'reading', schema: () => wordsForm } as const
  addNetworkForm(pages, `${place}/new`, {
    ...form,
    open: async (visit) => {
      const loaded = await loadNetworkRequest(visit)
      return mayAsk(loaded.writing.actor, loaded.network.id) ? loaded : notFound('questions')
    },
    title: 'questions.form.new',
    fields: ({ network }) => (
      <QuestionFields network={network.slug} byMail={answerAddress(application, network.slug)} />
    ),
    lead: 'questions.form.lead',
    submit: 'questions.form.next',
    isOnce: true,
    path: '/questions/new',
    back: ({ reader, network }) => ({
      href: paths.list(reader, network.slug),
      label: reader.t('questions.list.title'),
    }),
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
    ...form,
    open: loadAskerRequest,
    title: 'questions.form.edit',
    fields: ({ network }) => (
      <QuestionFields network={network.slug} byMail={answerAddress(application, network.slug)} />
    ),
    submit: 'questions.form.save',
    path: ({ question }) => `/questions/${question.slug}/edit`,
    back: backToQuestion,
    values: ({ reader, question: { question, tried, neededBy } }) => ({
      ...{ question: typedBefore(question), tried: typedBefore(tried) },
      neededBy: neededBy === null ? '' : dateToType(reader, neededBy, null),
    }),
    save: async (visit, typed) => {
      const { writing, reader, network, question } = visit
      await changeQuestion(writing, question, typedWords(typed, reader.interfaceLanguage, network.languages))
      return paths.act(reader, network.slug, question.slug, question.askedAt === null ? 'send' : '')
    },
  })
  addNetworkForm(pages, `${place}/:slug/send`, {
    open: async (visit) => {
      const loaded = await loadDraftRequest(visit)
      const { context, network, question } = loaded
      return {
        ...loaded,
        alike: await listLookAlikes(context, network.id, question),
        namable: await listNamable(context, network.id, question.asker.id),
      }
    },
    title: 'questions.send.title',
    submit: 'questions.send.ask',
    width: 'reading',
    path: ({ question }) => `/questions/${question.slug}/send`,
    values: ({ question }) => ({
      ...{ themes: question.themes, trade: question.trade ?? '', visibility: question.visibility },
      ...{ named: question.named.map(({ id }) => id), mayTranslate: '' },
    }),
    schema: ({ namable }) =>
      z.object({
        themes: chosenAmong(themes).refine((chosen) => chosen.length > 0, says('questions.error.theme')),
        trade: z.preprocess((value) => value || null, z.enum(trades).nullable()),
        visibility: z.enum(visibilities),
        named: chosenAmong(namable.map(({ id }) => id)),
        mayTranslate: z.preprocess((value) => value === 'yes', z.boolean()),
      }),
    fields: ({ reader, namable }) => (
      <>
        <SendingFields namable={namable} />
        {machine === null ? null : (
          <p class="form-note">{reader.t('questions.send.machine', { provider: machine })}</p>
        )}
        <button type="submit" class="button" name="look" value="yes">
          {reader.t('questions.send.look')}
        </button>
      </>
    ),
    // By another button than the one that asks: whom it goes to with what is chosen now.
    redraw: (values) => (typedValue(values, 'look') === '' ? null : values),
    page: async ({ writing, reader, network, question, alike, namable }, sending, { values }) => {
      const { asked, notAsked } = await findFirstWave(writing, network, chosen(question, namable, values))
      return (
        <>
          <PageHeading lead={reader.t('questions.send.lead')}>{reader.t('questions.send.title')}</PageHeading>
          <blockquote>
            <Passage text={question.question} as="div" class="as-written" />
          </blockquote>
          <p>
            <a href={paths.act(reader, network.slug, question.slug, 'edit')}>
              {reader.t('questions.form.edit')}
            </a>
          </p>
          <LookAlikes network={network.slug} slug={question.slug} alike={alike} />
          <Section id="whom" title={reader.t('questions.send.whom')}>
            {sending}
          </Section>
          <Section id="first" title={reader.t('questions.send.first')}>
            <p>{reader.t(asked.length > 0 ? 'questions.send.atNine' : 'questions.send.nobody')}</p>
            <AskedPart question={{ ...question, notAsked }} asked={asked} />
          </Section>
        </>
      )
    },
    save: async (visit, sending) => {
      const { writing, reader, network, question, namable } = visit
      const { visibility, named } = sending
      const isTied = named.length === 1 && namable.some((each) => each.isTied && named.includes(each.id))
      if (visibility === 'pair' && !isTied) return [fieldError('named', 'questions.error.pair')]
      if (visibility === 'named' && named.length === 0) return [fieldError('named', 'questions.error.named')]
      const count = await askQuestion(writing, network, question, sending)
      return paths.act(reader, network.slug, question.slug, '', count > 0 ? 'asked' : 'nobody')
    },
  })
  addNetworkAction(pages, `${place}/:slug/found`, {
    open: loadDraftRequest,
    schema: () => z.object({ sheet: z.union([z.uuid(), z.literal('')]).default('') }),
    again: () => notFound('found'),
    save: async ({ writing, reader, network, question }, { sheet }) => {
      await noteFound(writing, question, sheet || null)
      return paths.act(reader, network.slug, question.slug, '', 'found')
    },
  })
  pages.post(`${place}/:slug/drop`, loadDraftRequest, async (visit) => {
    const { reply, writing, reader, network, question } = visit
    await dropDraft(writing, question)
    return redirectAfterPost(reply, paths.list({ ...reader, now: null }, network.slug, { view: 'asked' }))
  })
}

function QuestionFields({ network, byMail }: { network: string; byMail: string | null }) {
  const reader = useReader()
  const { t } = reader
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
      {byMail === null ? null : (
        <p class="form-note">
          {t('questions.form.byMail')} <a href={`mailto:${byMail}`}>{byMail}</a>
        </p>
      )}
      <p class="form-note">
        <a href={paths.rights(reader.interfaceLanguage, network)}>{t('questions.rights.title')}</a>
      </p>
    </>
  )
}

/** On what it is, and who may read it; what most leave as it is is folded away. */
function SendingFields({ namable }: { namable: readonly Namable[] }) {
  const reader = useReader()
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
}

/** The question as it is chosen now; what nobody knows is left out. */
function chosen(question: Question, namable: readonly Namable[], values: FormValues): Question {
  const named = typedValues(values, 'named')
  return {
    ...question,
    themes: themes.filter((theme) => typedValues(values, 'themes').includes(theme)),
    trade: trades.find((trade) => trade === typedValue(values, 'trade')) ?? null,
    visibility: visibilities.find((each) => each === typedValue(values, 'visibility')) ?? 'group',
    named: namable.filter(({ id }) => named.includes(id)),
  }
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

/** A question that is not closed, for those who speak for its asker. */
async function loadAskerRequest(visit: Visit) {
  const loaded = await loadQuestionRequest(visit)
  return loaded.parts.includes('asker') && loaded.question.closedAt === null ? loaded : notFound('question')
}

async function loadDraftRequest(visit: Visit) {
  const loaded = await loadAskerRequest(visit)
  return loaded.question.askedAt === null ? loaded : notFound('send')
}

const backToQuestion = ({ reader, network, question }: QuestionRequest) => ({
  href: paths.question(reader, network.slug, question.slug),
  label: reader.t('questions.question.noun'),
})
