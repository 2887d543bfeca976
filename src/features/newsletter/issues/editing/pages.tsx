import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { readForm } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { isLate, readDraftRequest, readPartRequest } from '../call.ts'
import { titleOf } from '../part.ts'
import { paths } from '../paths.ts'
import { markOf } from '../same.ts'
import { itemAnchor } from '../views/draft-items.tsx'
import { type Came, clashOf, goBack, refusalOf, shownOf } from './call.ts'
import { changeParts, writeHeading, writeWords } from './commands.ts'
import { addItemRoutes } from './items.pages.tsx'
import { drawTextsForm } from './page.tsx'
import {
  changeForm,
  headingForm,
  longestIntroduction,
  longestTitle,
  type PartChange,
  wordsForm,
} from './schema.ts'

/** Where a letter is worded and put in order. */
export function addEditingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/newsletter/draft'
  pages.get(`${place}/words`, showWords)
  pages.post(`${place}/words`, sendWords)
  pages.get(`${place}/parts/:part/heading`, showHeading)
  pages.post(`${place}/parts/:part/heading`, sendHeading)
  addItemRoutes(app, application)
  pages.post(`${place}/changes`, readDraftRequest, async (asked) => {
    const { request, reply } = asked
    const form = readForm(changeForm, request.body)
    const draft = paths.draft(asked.reader, asked.network.slug)
    try {
      if (form.valid) await changeParts(asked.writing, asked.issue, form.data.action)
    } catch (error) {
      if (isLate(error)) return reply.redirect(`${draft}?done=late`, 303)
      throw error
    }
    return reply.redirect(form.valid ? `${draft}#${anchorOf(form.data.action)}` : draft, 303)
  })
}

async function showWords(visit: Visit, came?: Came): Promise<FastifyReply> {
  const asked = await readDraftRequest(visit)
  const { reader, issue } = asked
  const { t } = reader
  return drawTextsForm(asked, {
    steps: ['words'],
    title: t('newsletter.issues.words'),
    seen: markOf({ title: issue.title, introduction: issue.introduction }),
    ...shownOf(came),
    fields: [
      {
        name: 'title',
        label: t('newsletter.issues.field.title'),
        hint: t('newsletter.issues.field.titleHint'),
        text: issue.title,
        max: longestTitle,
        rows: 1,
        isRequired: true,
      },
      {
        name: 'introduction',
        label: t('newsletter.issues.field.introduction'),
        text: issue.introduction,
        max: longestIntroduction,
        rows: 5,
      },
    ],
  })
}

async function sendWords(visit: Visit): Promise<FastifyReply> {
  const { request, reply } = visit
  const asked = await readDraftRequest(visit)
  const form = readForm(wordsForm, request.body)
  const refused = refusalOf(asked, request, form.valid ? [] : form.errors)
  if (refused || !form.valid) return showWords(visit, refused ?? undefined)
  const isWritten = await writeWords(asked.writing, asked.issue, form.data)
  return isWritten ? goBack(reply, asked, 'words') : showWords(visit, clashOf(request))
}

async function showHeading(visit: Visit, came?: Came): Promise<FastifyReply> {
  const asked = await readPartRequest(visit)
  const { reader, part } = asked
  if (part.kind !== 'items') notFound(part.id)
  return drawTextsForm(asked, {
    steps: ['parts', part.id, 'heading'],
    title: reader.t('newsletter.issues.wordHeading'),
    seen: markOf(titleOf(part)),
    ...shownOf(came),
    fields: [
      {
        name: 'title',
        label: reader.t('newsletter.issues.field.heading'),
        text: titleOf(part),
        max: longestTitle,
        rows: 1,
        isRequired: true,
      },
    ],
  })
}

async function sendHeading(visit: Visit): Promise<FastifyReply> {
  const { request, reply } = visit
  const asked = await readPartRequest(visit)
  const form = readForm(headingForm, request.body)
  const refused = refusalOf(asked, request, form.valid ? [] : form.errors)
  if (refused || !form.valid) return showHeading(visit, refused ?? undefined)
  const isWritten = await writeHeading(asked.writing, asked.issue, asked.part.id, form.data)
  return isWritten ? goBack(reply, asked, `part-${asked.part.id}`) : showHeading(visit, clashOf(request))
}

// Where whoever pressed a button goes on from, by keyboard too.
function anchorOf({ verb, part, item }: PartChange): string {
  if (verb === 'remove') return 'removed'
  return item === null ? `part-${part}` : encodeURIComponent(itemAnchor(item))
}
