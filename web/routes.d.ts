declare module 'virtual:routes' {
  /** The contract as the build leaves it: methods and paths, without the schemas only the server checks by. */
  const routes: typeof import('#contract/router.ts').contract;
  export default routes;
}
