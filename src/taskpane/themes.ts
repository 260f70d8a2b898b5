import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

/** What the host shows itself in: Office's own theme in Excel, prefers-color-scheme in the workbench. */
export type ThemeKind = "light" | "dark" | "contrast";

const CHINESE_FONTS = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

const withChineseFonts = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: CHINESE_FONTS });

const THEMES: Readonly<Record<ThemeKind, Theme>> = {
  light: withChineseFonts(webLightTheme),
  dark: withChineseFonts(webDarkTheme),
  contrast: withChineseFonts(teamsHighContrastTheme),
};

/** The Fluent theme for what the host shows. */
export function themeFor(kind: ThemeKind): Theme {
  return THEMES[kind];
}
