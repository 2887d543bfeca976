import { z } from 'zod'
import { type FormValues, says } from '../../../../platform/input/form.ts'
import { localizedText, typedText } from '../../../../platform/input/text-input.ts'
import type { FreeContent, FreeKind, FreePart, ItemWords, Picture } from '../issue.ts'

export const longestTitle = 200
export const longestIntroduction = 3000
export const longestText = 5000
export const longestLabel = 80
export const longestAlternative = 300

/** The title of a letter and its introduction. */
export const wordsForm = z.object({
  title: typedText({ max: longestTitle, isRequired: true }),
  introduction: typedText({ max: longestIntroduction }),
  seen: z.string().default(''),
})

/** The title over a source’s part. */
export const headingForm = z.object({
  title: typedText({ max: longestTitle, isRequired: true }),
  seen: z.string().default(''),
})

/** An editor’s words for an item, or the choice of the gathered ones. */
export const itemForm = z.object({
  title: typedText({ max: longestTitle, isRequired: true }),
  text: typedText({ max: longestText }),
  seen: z.string().default(''),
})

/** The form of an addition, by its kind; `before` is the present part. A picture is stored beforehand. */
export function contentForm(
  kind: FreeKind,
  before: FreePart | null,
  picture: Picture,
): z.ZodType<FreeContent> {
  switch (kind) {
    case 'text': {
      const { title = {}, text = {} } = before?.kind === 'text' ? before : {}
      return z
        .object({
          title: localizedText({ max: longestTitle, previous: title }),
          text: localizedText({ max: longestText, isRequired: true, previous: text }),
        })
        .transform((typed): FreeContent => ({ kind: 'text', ...typed }))
    }
    case 'quote': {
      const { text = {} } = before?.kind === 'quote' ? before : {}
      return z
        .object({
          text: localizedText({ max: longestText, isRequired: true, previous: text }),
          author: z.string().trim().max(longestTitle).default(''),
        })
        .transform((typed): FreeContent => ({ kind: 'quote', ...typed }))
    }
    case 'button': {
      const { label = {} } = before?.kind === 'button' ? before : {}
      return z
        .object({
          label: localizedText({ max: longestLabel, isRequired: true, previous: label }),
          address: webAddress,
        })
        .transform((typed): FreeContent => ({ kind: 'button', ...typed }))
    }
    case 'picture': {
      const { alternative = {}, caption = {} } = before?.kind === 'picture' ? before : {}
      return z
        .object({
          alternative: localizedText({ max: longestAlternative, isRequired: true, previous: alternative }),
          caption: localizedText({ max: longestAlternative, previous: caption }),
        })
        .transform((words): FreeContent => ({ kind: 'picture', ...words, ...picture }))
    }
  }
}

// A button leads to a web page only: a script address would run in the reader’s browser.
const webAddress = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), {
    error: says('newsletter.issues.error.address'),
  })

const severalIds = z
  .union([z.uuid(), z.array(z.uuid())])
  .default([])
  .transform((ids) => [ids].flat())

const changePattern =
  /^(?:up|down|add|remove|restore|reorder) [0-9a-f-]{36}$|^(?:up|down|hide|show) [0-9a-f-]{36} \S{1,200}$/

/** The parts that the form of ticks listed, and those that are ticked. */
export const ticksForm = z.object({ listed: severalIds, ticked: severalIds })

/** The button pressed beside a part: `up PART`, `hide PART KEY`, or `add PART` for all that it left out. */
export const changeForm = z.object({
  action: z
    .string()
    .regex(changePattern)
    .transform((action) => {
      const [verb = '', part = '', item = null] = action.split(' ')
      return { verb, part, item }
    }),
})

export type PartChange = z.output<typeof changeForm>['action']

/** Converts what was typed into an item’s form to values for a text’s form. A title alone becomes the text. */
export function asFreeText(values: FormValues): FormValues {
  const typed = Object.entries(values)
  const hasText = typed.some(([name, value]) => /^text\..+\.text$/.test(name) && String(value).trim() !== '')
  if (hasText) return values
  return Object.fromEntries(
    typed
      .filter(([name]) => !name.startsWith('text.'))
      .map(([name, value]) => [name.replace(/^title\./, 'text.'), value]),
  )
}

/** An editor’s words for an item, as a text of their own. */
export function freeTextOf({ title, text }: ItemWords): FreeContent {
  return Object.keys(text).length > 0
    ? { kind: 'text', title, text }
    : { kind: 'text', title: {}, text: title }
}
