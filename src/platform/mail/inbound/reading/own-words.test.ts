import { describe, expect, it } from 'vitest'
import { answerMail } from '../../../../../test/support/answer-mail.ts'
import { readAnswer } from './read-answer.ts'

const read = (body: string) => readAnswer(answerMail(body))

describe('what looks like a quote stays', () => {
  it.each<[string, string]>([
    [
      'an itinerary',
      'Voici notre trajet.\n\nDe : Paris\nÀ : Séoul\nDate : 12 octobre 2017\n\nNous serons six.',
    ],
    [
      'a plan that somebody wrote',
      '김민수 님이 작성한 계획서를 첨부합니다.\n2017년 7월 7일 오전 8:33에 홍길동 주무관이 작성한 계획서입니다.\n검토 바랍니다.',
    ],
    [
      'a letter of the prefect',
      'Le 7 juillet, le préfet nous a écrit :\nil faut un arrêté.\n\nNous l’avons donc pris.',
    ],
    [
      'a paragraph of “Le” and one that ends “écrit”',
      'Le service compte douze agents depuis 10:30\net deux apprentis.\n\nTout cela se trouve dans le rapport que nous avons écrit :\nil est en ligne.',
    ],
    [
      'questions that are answered by arrows',
      '1. Combien d’agents ?\n→ Douze.\n2. Quel budget ?\n→ 300 000 €.',
    ],
    [
      'questions in Korean',
      '1. 직원은 몇 명입니까?\n답변: 12명입니다.\n2. 예산은 얼마입니까?\n답변: 3억 원입니다.',
    ],
    [
      'a telephone in a sentence',
      'Vous pouvez appeler Mme Kim au +82 2 860 1234 avant midi.\nElle parle français.',
    ],
    ['one word', '+1'],
    [
      'a sentence that begins like a note of a program',
      'Envoyé de mon iPhone, ce message est bref : douze agents.',
    ],
    ['sentences without a full stop above a name', 'Bonjour\nNous avons douze agents'],
    [
      'sentences below two strokes',
      'Douze agents.\n--\nJe précise que nous avons trois apprentis.\nIls sont très motivés.',
    ],
    ['an address of the web at the end', 'Tout est ici :\nhttps://nantes.example/parcs'],
    [
      'what the prefect wrote, with its hour',
      'Le 7 juillet 2017 à 10:12, le préfet de région a écrit :\nIl faut un arrêté.',
    ],
    ['a line of strokes', 'Première année : douze agents.\n-----\nDeuxième année : quinze agents.'],
    ['thanks at the beginning', 'Merci\nNous avons douze agents et trois apprentis dans ce service.'],
    ['a list', 'Il faut :\n- un arrêté\n- deux agents\n- un local'],
    [
      'an official letter',
      '발신: 수원시장\n수신: 구로구청장\n제목: 공원 관리 협조\n\n위 공문을 참고하시기 바랍니다.',
    ],
  ])('%s', async (_, body) => {
    expect((await read(body)).text).toBe(body)
  })
})

describe('when it is not sure, the whole text stays', () => {
  it.each<[string, string]>([
    [
      'answers in red below',
      `Voir mes réponses ci-dessous en rouge.\n\nDe : Entente <a@b.example>\nEnvoyé : vendredi 7 juillet 2017 10:12\nObjet : Entretien des parcs\n\nCombien ?\nDouze.`,
    ],
    [
      'arrows in what is quoted',
      `Bonjour,\n\nDe : Entente <a@b.example>\nEnvoyé : vendredi 7 juillet 2017 10:12\nObjet : Entretien des parcs\n\nCombien ?\n→ Douze.`,
    ],
    [
      'nothing above',
      `De : Entente <a@b.example>\nEnvoyé : vendredi 7 juillet 2017 10:12\nObjet : Entretien des parcs\n\nCombien ?\nDouze.`,
    ],
    [
      'a header without any address or time',
      `Voici.\n\nDe : le maire\nÀ : tous\nObjet : congés\n\nDouze agents.`,
    ],
  ])('%s', async (_, body) => {
    expect(await read(body)).toMatchObject({ text: body, cut: '', sure: false })
  })
})
