import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
const company = '不周山示例建材有限公司'
const stageOf = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: '阶段' }).getByRole('radio', { name })

test('a customer moves along its stages, with what they ask for, and the timeline keeps it', async () => {
  const folder = makeTempDir('lifecycle')
  mkdirSync(join(folder.path, 'books'))
  const userData = join(folder.path, 'user-data')
  let kebu = await launchKebu({ userData })
  await createBook(kebu, {
    ...{
      folder: join(folder.path, 'books'),
      bookName: '晨禾示例商贸',
      ownerName: '陈立夏',
      password,
    },
  })
  const { page } = kebu

  await test.step('make a customer', async () => {
    await page.getByRole('button', { name: '新客户' }).first().click()
    await page.getByLabel('企业全称').fill(company)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: company })).toBeVisible()
  })

  await test.step('a stage names what it asks for and opens just those fields', async () => {
    await stageOf(page, '意向').click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('到「意向」还缺这些')).toBeVisible()
    await dialog.getByLabel('来源').fill('展会推广')
    await dialog.getByLabel('邮箱').fill('not an address')
    await dialog.getByRole('button', { name: '补上并改阶段' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByLabel('邮箱').fill('shan@example.com')
    await dialog.getByLabel('需求').fill('直线模组')
    await dialog.getByLabel('为什么（可不填）').fill('要了样品')
    await page.keyboard.press('Control+Enter')
    await expect(stageOf(page, '意向')).toBeChecked()
    await expect(page.getByText('直线模组').first()).toBeVisible()
  })

  await test.step('what is missing may come later', async () => {
    await stageOf(page, '成交').click()
    await page.getByRole('button', { name: '先改，以后补' }).click()
    await expect(stageOf(page, '成交')).toBeChecked()
  })

  await test.step('流失 needs its reason', async () => {
    await stageOf(page, '流失').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '改为流失' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByLabel('流失原因').fill('换了供应商')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('流失原因：换了供应商')).toBeVisible()
  })

  await test.step('undo takes the last step back, and the rest is there after a restart', async () => {
    await page.keyboard.press('Control+z')
    await expect(stageOf(page, '成交')).toBeChecked()
    await kebu.close()
    kebu = await launchKebu({ userData })
    await unlock(kebu.page, password)
    await kebu.page.getByRole('row').filter({ hasText: company }).dblclick()
    const timeline = kebu.page.getByRole('list', { name: '往来，新的在上' })
    await expect(timeline.getByText('要了样品')).toBeVisible()
    await expect(timeline.getByText('建档')).toBeVisible()
    await kebu.page.getByLabel('看哪些往来').getByText('跟进', { exact: true }).click()
    await expect(kebu.page.getByText('要了样品')).toBeHidden()
  })
  await kebu.close()
  folder.remove()
})
