import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { readForm } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { type ItemsPart, titleOf } from '../part.ts'
import { paths } from '../paths.ts'
import { type DraftRequest, isLate, loadDraftRequest, loadPartRequest } from '../request.ts'
import { markOf } from '../same.ts'
import { itemAnchor } from '../views/draft-items.tsx'
import { changeParts, writeHeading, writeWords } from './commands.ts'
import { addTextsForm, backInLetter, type TextsDrawn } from './frame.tsx'
import { addItemRoutes } from './items.pages.tsx'
import {
  changeForm,
  headingForm,
  longestIntroduction,
  longestTitle,
  type PartChange,
  wordsForm,
} from './schema.ts'

/** The pages on which editors word and order a letter. */
export function addEditingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/newsletter/draft'
  addTextsForm(pages, `${place}/words`, {
    open: loadDraftRequest,
    page: wordsPage,
    read: (_, values) => readForm(wordsForm, values),
    save: async (visit, typed) =>
      (await writeWords(visit.writing, visit.issue, typed)) ? backInLetter(visit, 'words') : { status: 409 },
  })
  addTextsForm(pages, `${place}/parts/:part/heading`, {
    open: readItemsPart,
    page: headingPage,
    read: (_, values) => readForm(headingForm, values),
    save: async (visit, typed) => {
      const { writing, issue, part } = visit
      const isWritten = await writeHeading(writing, issue, part.id, typed)
      return isWritten ? backInLetter(visit, `part-${part.id}`) : { status: 409 }
    },
  })
  addItemRoutes(app, application)
  pages.post(`${place}/changes`, loadDraftRequest, async (visit) => {
    const { request, reply } = visit
    const form = readForm(changeForm, request.body)
    const draft = paths.draft(visit.reader, visit.network.slug)
    try {
      if (form.valid) await changeParts(visit.writing, visit.issue, form.data.action)
    } catch (error) {
      if (isLate(error)) return reply.redirect(`${draft}?done=late`, 303)
      throw error
    }
    return reply.redirect(form.valid ? `${draft}#${anchorOf(form.data.action)}` : draft, 303)
  })
}

function wordsPage({ reader: { t }, issue: { title, introduction } }: DraftRequest): TextsDrawn {
  return {
    steps: ['words'],
    title: t('newsletter.issues.words'),
    seen: markOf({ title, introduction }),
    fields: [
      {
        name: 'title',
        label: t('newsletter.issues.field.title'),
        hint: t('newsletter.issues.field.titleHint'),
        text: title,
        max: longestTitle,
        rows: 1,
        isRequired: true,
      },
      {
        name: 'introduction',
        label: t('newsletter.issues.field.introduction'),
        text: introduction,
        max: longestIntroduction,
        rows: 5,
      },
    ],
  }
}

interface ItemsPartRequest extends DraftRequest {
  part: ItemsPart
}

async function readItemsPart(visit: Visit): Promise<ItemsPartRequest> {
  const { part, ...opened } = await loadPartRequest(visit)
  return part.kind === 'items' ? { ...opened, part } : notFound(part.id)
}

function headingPage({ reader: { t }, part }: ItemsPartRequest): TextsDrawn {
  return {
    steps: ['parts', part.id, 'heading'],
    title: t('newsletter.issues.wordHeading'),
    seen: markOf(titleOf(part)),
    fields: [
      {
        name: 'title',
        label: t('newsletter.issues.field.heading'),
        text: titleOf(part),
        max: longestTitle,
        rows: 1,
        isRequired: true,
      },
    ],
  }
}

// The place at which an editor continues after pressing a button, by keyboard too.
function anchorOf({ verb, part, item }: PartChange): string {
  if (verb === 'remove') return 'removed'
  return item === null ? `part-${part}` : encodeURIComponent(itemAnchor(item))
}
