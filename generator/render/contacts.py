"""Telephone numbers, contacts, claims of hours and who keeps them, as templates get them."""

from __future__ import annotations

from generator.model.parts import Contact, Hours
from generator.model.vocabulary import Organisation

from .chinese_dates import day_text, number
from .views import ContactView, HoursView


def telephone(phone: str | None) -> str:
    """The ``tel:`` link of a number as printed; an extension is dialled after a pause."""
    if not phone:
        return ""
    line, _, extension = phone.partition("转")
    digits = "".join(each for each in line if each.isdigit() or each == "+")
    more = "".join(each for each in extension if each.isdigit())
    return f"tel:{digits}" + (f",{more}" if more else "")


def contact_view(contact: Contact) -> ContactView:
    """Somebody to call."""
    return {"role": contact.role, "phone": contact.phone, "url": telephone(contact.phone)}


def hours_view(hours: Hours | None) -> HoursView | None:
    """A claim of hours with its date and source."""
    if hours is None:
        return None
    return {"value": number(hours.value), "as_of": day_text(hours.as_of), "source": hours.source}


def records_kept(organisation: Organisation) -> str:
    """What an organisation does about volunteers' hours, in words; "" when nothing."""
    tasks = (("记录时长", organisation.keeps_records), ("出具证明", organisation.certifies))
    return "、".join(name for name, done in tasks if done)
