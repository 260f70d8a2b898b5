import path from "node:path";
import { fileURLToPath } from "node:url";
import CopyWebpackPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { CONTENT_SECURITY_POLICY } from "./src/content-security-policy.mjs";

const root = path.dirname(fileURLToPath(import.meta.url));

/** What of Microsoft's office.js is asked for inside Office (on the desktop, on the web, on a Mac) and outside it. */
const OFFICE_FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "excel-web-16.00.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "zh-cn/office_strings.js",
  "en-us/office_strings.js",
];

const OFFICE_CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/**
 * OFFICE_JS=cdn takes office.js from Microsoft instead of shipping it (required by the store only); the policy then
 * allows that origin too.
 */
const fromCdn = process.env.OFFICE_JS === "cdn";
const policy = fromCdn ? `${CONTENT_SECURITY_POLICY}; script-src 'self' https://appsforoffice.microsoft.com; connect-src 'self' https://appsforoffice.microsoft.com` : CONTENT_SECURITY_POLICY;

/** @type {(env: unknown, argv: { mode?: string }) => import("webpack").Configuration} */
export default (_env, argv) => {
  const production = argv.mode !== "development";
  const page = (filename, template, chunks) =>
    new HtmlWebpackPlugin({
      filename,
      template,
      chunks,
      scriptLoading: "defer",
      inject: "head",
      templateParameters: { policy, officeScript: fromCdn ? OFFICE_CDN : "office/office.js" },
    });
  return {
    context: root,
    mode: production ? "production" : "development",
    entry: { taskpane: "./src/main.tsx", workbench: "./src/workbench/start.tsx" },
    output: {
      path: path.join(root, "dist"),
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
      chunkFilename: production ? "[name].[contenthash:8].js" : "[name].js",
      assetModuleFilename: "assets/[name].[contenthash:8][ext]",
      // The worker and the lazy chunks lie beside the page, wherever that is put.
      publicPath: "auto",
      // What other commands put there stays.
      clean: { keep: /^(?:screens|package|standalone|cli|bench)\// },
    },
    resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"] },
    module: {
      rules: [
        // Our modules only declare; the entries themselves are what runs. So a page gets no rule and no grammar it does not call.
        { test: /\.tsx?$/u, exclude: /node_modules/u, loader: "esbuild-loader", options: { target: "es2022", jsx: "automatic" }, sideEffects: false },
        { test: /\.css$/u, type: "asset/resource", generator: { filename: "[name].[contenthash:8][ext]" } },
      ],
    },
    plugins: [
      page("taskpane.html", "src/taskpane.html", ["taskpane"]),
      page("workbench.html", "src/workbench.html", ["workbench"]),
      page("index.html", "src/workbench.html", ["workbench"]),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets", to: "assets", globOptions: { ignore: ["**/*.mjs", "**/*.d.mts", "**/delivery/**"] } },
          ...(fromCdn ? [] : OFFICE_FILES.map((file) => ({ from: `node_modules/@microsoft/office-js/dist/${file}`, to: `office/${file}`, info: { minimized: true } }))),
          ...["cmaps", "standard_fonts", "wasm"].map((folder) => ({ from: `node_modules/pdfjs-dist/${folder}`, to: `pdf/${folder}`, info: { minimized: true } })),
        ],
      }),
    ],
    optimization: {
      // Pane and workbench share React and Fluent; a change of ours does not make readers load them again.
      splitChunks: { chunks: (chunk) => chunk.name === "taskpane" || chunk.name === "workbench", cacheGroups: { defaultVendors: false, vendor: { test: /node_modules[\\/](?:react|react-dom|scheduler|@fluentui|@griffel|@floating-ui|@swc|tabster|keyborg|stylis|rtl-css-js|use-disposable)[\\/]/u, name: "vendor", chunks: "initial", enforce: true } } },
      moduleIds: "deterministic",
    },
    performance: { hints: false },
    devtool: production ? false : "source-map",
    cache: {
      type: "filesystem",
      name: `${production ? "production" : "development"}${fromCdn ? "-cdn" : ""}`,
      // A cache copied along with a checkout would give the copied files of the place it was made in.
      version: root,
      cacheDirectory: path.join(root, "node_modules/.cache/webpack"),
      buildDependencies: { config: [fileURLToPath(import.meta.url), path.join(root, "src/content-security-policy.mjs")] },
    },
    devServer: { port: 3000, hot: false, open: false, static: false, headers: { "Content-Security-Policy": policy } },
    stats: "errors-warnings",
  };
};
