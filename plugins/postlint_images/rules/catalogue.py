"""Every rule of the plugin, in code order."""

from __future__ import annotations

from postlint import RuleClass
from postlint_images.rules.broken_remote_image import BrokenRemoteImage
from postlint_images.rules.dead_image_host import DeadImageHost
from postlint_images.rules.duplicate_alt_text import DuplicateAltText
from postlint_images.rules.expiring_image_link import ExpiringImageLink
from postlint_images.rules.file_name_alt_text import FileNameAltText
from postlint_images.rules.heavy_remote_image import HeavyRemoteImage
from postlint_images.rules.hexo_query_decoding import HexoQueryDecoding
from postlint_images.rules.hotlinked_image import HotlinkedImage
from postlint_images.rules.huge_data_uri import HugeDataUri
from postlint_images.rules.image_case_mismatch import ImageCaseMismatch
from postlint_images.rules.image_without_size import ImageWithoutSize
from postlint_images.rules.insecure_image import InsecureImage
from postlint_images.rules.local_machine_path import LocalMachinePath
from postlint_images.rules.malformed_image_url import MalformedImageUrl
from postlint_images.rules.missing_alt_text import MissingAltText
from postlint_images.rules.missing_image import MissingImage
from postlint_images.rules.moved_remote_image import MovedRemoteImage
from postlint_images.rules.oversized_image import OversizedImage
from postlint_images.rules.page_instead_of_image import PageInsteadOfImage
from postlint_images.rules.placeholder_image import PlaceholderImage
from postlint_images.rules.private_address_image import PrivateAddressImage
from postlint_images.rules.protocol_relative_image import ProtocolRelativeImage
from postlint_images.rules.proxied_image import ProxiedImage
from postlint_images.rules.proxied_remote_image import ProxiedRemoteImage
from postlint_images.rules.refused_remote_image import RefusedRemoteImage
from postlint_images.rules.tracking_pixel import TrackingPixel
from postlint_images.rules.undecided_remote_image import UndecidedRemoteImage
from postlint_images.rules.unpublished_image import UnpublishedImage
from postlint_images.rules.unreachable_image_host import UnreachableImageHost
from postlint_images.rules.unreadable_image_file import UnreadableImageFile
from postlint_images.rules.unrendered_image import UnrenderedImage
from postlint_images.rules.unused_image import UnusedImage
from postlint_images.rules.wrong_image_extension import WrongImageExtension

RULES: tuple[RuleClass, ...] = (
    MissingImage,
    ImageCaseMismatch,
    ProxiedImage,
    HotlinkedImage,
    DeadImageHost,
    InsecureImage,
    ExpiringImageLink,
    PageInsteadOfImage,
    MissingAltText,
    FileNameAltText,
    DuplicateAltText,
    MalformedImageUrl,
    LocalMachinePath,
    PrivateAddressImage,
    ProtocolRelativeImage,
    HexoQueryDecoding,
    HugeDataUri,
    TrackingPixel,
    PlaceholderImage,
    UnreadableImageFile,
    UnpublishedImage,
    UnusedImage,
    OversizedImage,
    ImageWithoutSize,
    UnrenderedImage,
    WrongImageExtension,
    BrokenRemoteImage,
    UnreachableImageHost,
    RefusedRemoteImage,
    MovedRemoteImage,
    HeavyRemoteImage,
    UndecidedRemoteImage,
    ProxiedRemoteImage,
)
