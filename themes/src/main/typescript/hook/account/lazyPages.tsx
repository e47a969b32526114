import type * as views from "../../account/views";
import { lazyView } from "../loading";

type Views = typeof views;

export const MyAgreementsPage = lazyView(({ MyAgreementsPage: Page }: Views) => Page);
export const MyDataPage = lazyView(({ MyDataPage: Page }: Views) => Page);
export const DeletionPage = lazyView(({ DeletionPage: Page }: Views) => Page);
