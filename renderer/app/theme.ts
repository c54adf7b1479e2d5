import { theme as antdTheme, type ThemeConfig } from 'antd'
import { ownVariables, palettes, type ThemeMode } from './theme-palette'

export const fontFamily =
  '"Segoe UI Variable Text","Segoe UI",-apple-system,BlinkMacSystemFont,Inter,"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC",sans-serif'
export const fontFamilyCode =
  '"Cascadia Mono","SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace'

/** The look of antd in one mode: tokens of UI section 1, the plain algorithms (compact would make 12 px Chinese). */
export function createTheme(mode: ThemeMode): ThemeConfig {
  const c = palettes[mode]
  const field = { colorBorder: c.control }
  return {
    algorithm: mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { prefix: 'ant', key: 'kebu' },
    hashed: false,
    token: {
      fontFamily,
      fontFamilyCode,
      fontSize: 14,
      fontSizeSM: 12,
      fontSizeLG: 16,
      lineHeight: 1.5714,
      fontWeightStrong: 600,
      borderRadius: 6,
      borderRadiusXS: 2,
      borderRadiusSM: 4,
      borderRadiusLG: 8,
      controlHeight: 32,
      controlHeightSM: 24,
      controlHeightLG: 40,
      controlOutlineWidth: 2,
      motionDurationFast: '.08s',
      motionDurationMid: '.14s',
      motionDurationSlow: '.2s',
      colorPrimary: c.primary,
      colorPrimaryHover: c.primaryHover,
      colorPrimaryActive: c.primaryActive,
      colorPrimaryBg: c.primaryBg,
      colorPrimaryBgHover: c.primaryBgHover,
      colorPrimaryBorder: c.primaryBorder,
      colorPrimaryText: c.accent,
      colorLink: c.accent,
      colorLinkHover: c.primaryHover,
      colorLinkActive: c.primaryActive,
      colorText: c.text,
      colorTextSecondary: c.textSecondary,
      colorTextTertiary: c.textTertiary,
      colorTextQuaternary: c.textQuaternary,
      colorTextPlaceholder: c.placeholder,
      colorTextDescription: c.textTertiary,
      colorBgLayout: c.layout,
      colorBgContainer: c.container,
      colorBgElevated: c.elevated,
      colorBorder: c.border,
      colorBorderSecondary: c.borderSecondary,
      colorSplit: c.split,
      colorFill: c.fill,
      colorFillSecondary: c.fillSecondary,
      colorFillTertiary: c.fillTertiary,
      colorFillQuaternary: c.fillQuaternary,
      colorSuccess: c.success,
      colorWarning: c.warning,
      colorError: c.error,
      colorInfo: c.info,
    },
    components: {
      Input: field,
      InputNumber: field,
      Select: field,
      DatePicker: field,
      Checkbox: field,
      Radio: field,
      Menu: {
        itemHeight: 32,
        itemMarginBlock: 1,
        itemMarginInline: 8,
        itemBorderRadius: 6,
        iconSize: 16,
      },
      Table: {
        headerBg: c.container,
        headerColor: c.textTertiary,
        headerSplitColor: 'transparent',
        cellPaddingBlockSM: 9,
        cellPaddingInlineSM: 8,
        cellFontSizeSM: 13,
        rowSelectedBg: c.primaryBg,
        rowSelectedHoverBg: c.primaryBgHover,
      },
      Tabs: {
        horizontalItemPadding: '10px 0',
        horizontalItemGutter: 20,
        itemSelectedColor: c.text,
        inkBarColor: c.accent,
      },
      Button: {
        fontWeight: 400,
        contentFontSizeSM: 13,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
      },
      Segmented: { trackBg: c.fillTertiary, itemSelectedBg: c.segmentedSelected },
      Card: { headerHeight: 44, bodyPadding: 16 },
      Modal: { borderRadiusLG: 12 },
      Steps: { colorPrimary: c.primary },
    },
  }
}

/** Writes our own variables and the mode on the root element. */
export function applyOwnVariables(root: HTMLElement, mode: ThemeMode): void {
  for (const [name, value] of Object.entries(ownVariables[mode]))
    root.style.setProperty(`--kb-${name}`, value)
  root.style.colorScheme = mode
  root.style.background = palettes[mode].layout
  root.dataset.theme = mode
}
