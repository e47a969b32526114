import type * as views from "../../account/views";
import { lazyViews } from "../loading";
import { stockAccount } from "./stockAccount";

const lazyView = lazyViews<typeof views>((locale) => stockAccount.words.in(locale));

export const MyAgreementsPage = lazyView(({ MyAgreementsPage: Page }) => Page);
export const MyDataPage = lazyView(({ MyDataPage: Page }) => Page);
export const DeletionPage = lazyView(({ DeletionPage: Page }) => Page);
