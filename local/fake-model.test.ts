import { expect, test } from 'vitest'
import { wantedFakeModel } from './fake-model.ts'

test('no fake is started unless it is asked for', async () => {
  expect(await wantedFakeModel([])).toBeNull()
})

test.each([
  ['--fake-model', 'fake', 'well'],
  ['--fake-model=slow', 'fake:slow', 'slow'],
])('%s points web and worker at a fake, whatever else is set', async (argument, model, behaviour) => {
  const fake = await wantedFakeModel([argument])
  expect(fake).toMatchObject({ behaviour, variables: { OPENAI_API_KEY: 'sk-fake', OPENAI_MODEL: model } })
  const port = new URL(fake?.variables.OPENAI_BASE_URL ?? '').port
  expect(fake?.command.args).toContain(port)
})

test.each([['--fake'], ['slow'], ['--fake-model', 'slow']])(
  '%s is not understood, and told so',
  async (...args) => {
    await expect(wantedFakeModel(args)).rejects.toThrow('npm run dev takes --fake-model')
  },
)
